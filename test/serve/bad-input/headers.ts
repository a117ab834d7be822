/** Headers that ask for what there is not, or are of no use. */
import { api, good, type Row, type Writer } from './row.ts'

export const headers = ({ get, add }: Writer): readonly Row[] => [
  ['Accept without JSON', get(`${api}/items`, { accept: 'application/xml' }), 'not-acceptable'],
  ['Accept that excludes JSON', get(`${api}/items`, { accept: 'application/json;q=0' }), 'not-acceptable'],
  [
    'a header we need taken off for the next one',
    get(`${api}/items`, { connection: 'close, Authorization' }),
    'malformed-request',
  ],
  [
    'a header of ours, behind others',
    get(`${api}/items`, { connection: ['keep-alive', 'te, host'] }),
    'malformed-request',
  ],
  ['two media types', add(good, { 'content-type': ['application/json', 'text/plain'] }), 'malformed-request'],
  [
    'two origins',
    get(`${api}/items`, { origin: ['https://a.example', 'https://b.example'] }),
    'malformed-request',
  ],
  ['another host', get(`${api}/items`, { host: 'evil.example' }), 'misdirected-request'],
  [
    'a host that only begins like ours',
    get(`${api}/items`, { host: 'gateway.example.evil' }),
    'misdirected-request',
  ],
  [
    'more proxies than there can be',
    get(`${api}/items`, { 'x-forwarded-for': Array(21).fill('10.0.0.1') }),
    'malformed-request',
  ],
  ['no Idempotency-Key', add(good, { 'idempotency-key': undefined }), 'idempotency-key-missing'],
  ['a short Idempotency-Key', add(good, { 'idempotency-key': 'a' }), 'idempotency-key-invalid'],
  ['a long Idempotency-Key', add(good, { 'idempotency-key': 'a'.repeat(129) }), 'idempotency-key-invalid'],
  ['a wild Idempotency-Key', add(good, { 'idempotency-key': '{*}*{*}*' }), 'idempotency-key-invalid'],
  [
    'two Idempotency-Keys',
    add(good, { 'idempotency-key': ['order-0001', 'order-0002'] }),
    'idempotency-key-invalid',
  ],
]
