/** An older version of an operation answers as it always did, while the newer one does the work. */
import { expect, test } from 'vitest'
import { adapt } from '#wire/adapt'

interface Weight {
  readonly grams: number
}
type Answer =
  | { readonly status: 200; readonly body: Weight }
  | { readonly status: 201; readonly headers: { readonly location: string }; readonly body: Weight }
  | { readonly status: 204 }
  | { readonly status: 404; readonly body: { readonly type: '/problems/not-found' } }

const answers: Readonly<Record<string, Answer>> = {
  found: { status: 200, body: { grams: 1500 } },
  made: { status: 201, headers: { location: '/parcels/1' }, body: { grams: 250 } },
  gone: { status: 204 },
  unknown: { status: 404, body: { type: '/problems/not-found' } },
}

const weigh = (
  { parcel }: { readonly parcel: string },
  { scales }: { readonly scales: string[] },
): Answer => {
  scales.push(parcel)
  return answers[parcel] as Answer
}
const inKilograms = ({ grams }: Weight) => `${grams / 1000} kg`
const weighV1 = adapt(weigh, [200, 201], inKilograms)

test.each([
  ['found', { status: 200, body: '1.5 kg' }],
  ['made', { status: 201, headers: { location: '/parcels/1' }, body: '0.25 kg' }],
])('the body of a parcel that is %s is put back, and nothing else', async (parcel, answer) => {
  expect(await weighV1({ parcel }, { scales: [] })).toEqual(answer)
  expect(answers[parcel]?.status === 204 ? undefined : answers[parcel]?.body).toHaveProperty('grams')
})

test.each(['gone', 'unknown'])('the answer to a parcel that is %s is passed on', async (parcel) => {
  expect(await weighV1({ parcel }, { scales: [] })).toBe(answers[parcel])
})

test('the newer version is asked once, with the very request and context', async () => {
  const scales: string[] = []
  await weighV1({ parcel: 'found' }, { scales })
  expect(scales).toEqual(['found'])
})

test('what the newer version throws goes to the caller', async () => {
  const broken = adapt(async (): Promise<Answer> => Promise.reject(new Error('scales')), [200], inKilograms)
  await expect(broken({}, {})).rejects.toThrow('scales')
})

test('statuses with other bodies are put back one after the other', async () => {
  const both = adapt(adapt(weigh, [200], inKilograms), [404], ({ type }) => ({ reason: type }))
  expect(await both({ parcel: 'found' }, { scales: [] })).toEqual({ status: 200, body: '1.5 kg' })
  expect(await both({ parcel: 'unknown' }, { scales: [] })).toEqual({
    status: 404,
    body: { reason: '/problems/not-found' },
  })
})

test('the compiler holds statuses and bodies to what the newer version answers', () => {
  // @ts-expect-error it never answers 418
  adapt(weigh, [418], inKilograms)
  // @ts-expect-error a 404 has no weight
  adapt(weigh, [404], inKilograms)
  const old: (request: { parcel: string }, context: { scales: string[] }) => unknown = weighV1
  expect(old).toBe(weighV1)
})
