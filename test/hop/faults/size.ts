/** How many calls prove it: some for every change; all that are promised with `npm run faults`, which takes minutes. */

const isFull = process.env.MODE === 'full'

export const callsOf = (some: number): number => (isFull ? 100_000 : some)
export const TIMEOUT_MS = isFull ? 900_000 : 60_000
