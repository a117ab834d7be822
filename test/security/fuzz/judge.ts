/** What is wrong with an answer, whatever was asked. */
import { problems } from '../../../contracts/problems.ts'
import type { Answer } from '../../serve/support.ts'
import type { Fuzzed } from './requests.ts'

/** Problems that are found before anything is done. */
const refusals = new Set([
  'ambiguous-path',
  'forbidden',
  'header-too-large',
  'idempotency-key-invalid',
  'idempotency-key-missing',
  'malformed-json',
  'malformed-request',
  'method-not-allowed',
  'misdirected-request',
  'not-acceptable',
  'not-implemented',
  'payload-too-large',
  'unauthenticated',
  'unknown-parameter',
  'unsupported-media-type',
  'uri-too-long',
  'validation-failed',
])

/** @param backendCalls that were made for it */
export function wrongWith({ target, kind }: Fuzzed, answer: Answer, backendCalls: number): readonly string[] {
  const { status, headers, text } = answer
  const mistakes: string[] = []
  const isProblem = headers['content-type'] === 'application/problem+json'
  if (status === 500) mistakes.push('a mistake of ours')
  if (status >= 400) {
    const slug = isProblem ? slugOf(text) : undefined
    if (slug === undefined || problems[slug].status !== status) mistakes.push('no problem of the table')
    else if (refusals.has(slug) && backendCalls > 0) mistakes.push(`${slug}, after ${backendCalls} calls`)
    if (text.length > 8192) mistakes.push('a refusal of more than 8 KiB')
  } else if (kind !== 'bytes' && kind !== 'noise') {
    const declared = target.operation.responses[status]
    if (!declared) mistakes.push('a status the contract does not name')
    else if (declared.schema && !declared.schema.matches(JSON.parse(text)))
      mistakes.push('a body the contract forbids')
  }
  if (/\bat .+:\d+:\d+\b|node_modules|\/gateway\//.test(text)) mistakes.push('a stack trace')
  return mistakes
}

function slugOf(text: string): keyof typeof problems | undefined {
  const { type = '', status } = JSON.parse(text) as { type?: string; status?: number }
  const slug = type.replace('/problems/', '') as keyof typeof problems
  return Object.hasOwn(problems, slug) && problems[slug].status === status ? slug : undefined
}
