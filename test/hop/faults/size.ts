/** How many calls prove it: some for every change, all that are promised with `--mode full`. */

const isFull = process.env.MODE === 'full'

export const callsOf = (some: number): number => (isFull ? 100_000 : some)
