/** Makes answers of different servers comparable: what may differ is masked, everything else stays. */

/** Fields that hold the id of a record or a list of them. */
const idFields = new Set([
  'id',
  'addresses',
  'contact_mechanisms',
  'currency',
  'invoice_address',
  'invoices',
  'lines',
  'lines_to_pay',
  'party',
  'payment_term',
  'shipment_address',
  'shipments',
  'unit',
])

export interface Masking {
  /** The result is an id or a list of ids. */
  readonly ids?: boolean
}

export function normaliseAnswer(text: string, masking: Masking): unknown {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return text === '' ? '<empty>' : '<html>'
  }
  if (typeof body === 'object' && body !== null) {
    if ('error' in body) return { error: normaliseError(body.error as unknown[]) }
    if ('result' in body) return { result: masking.ids ? maskIds(body.result) : normalise(body.result) }
  }
  return { bare: normalise(body) }
}

/** The text of a bare exception names things of the server: only that there is one counts. */
function normaliseError([kind, detail]: unknown[]): unknown[] {
  if (kind === 'ConcurrencyException') return [kind, detail]
  if (kind !== 'UserError') return ['<exception text>']
  const [message] = detail as [string]
  return [kind, message.replace(/records "[^"]+" of/, 'records "#" of')]
}

/** Ids become `#`, decimals `D9.9`, dates `<date>`, booleans 1 and 0; keys are sorted, versions dropped. */
function normalise(value: unknown, field = ''): unknown {
  if (idFields.has(field) && value !== null) return maskIds(value)
  if (Array.isArray(value)) return value.map((item) => normalise(item))
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  const { __class__: type } = value as { __class__?: string }
  if (type === 'Decimal') return `D${Number((value as { decimal?: string }).decimal)}`
  if (type !== undefined) return `<${type}>`
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '_timestamp')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, normalise(item, name)]),
  )
}

function maskIds(value: unknown): unknown {
  return Array.isArray(value) ? value.map(() => '#') : '#'
}
