/** Headers that ask for what there is not, or are of no use. */
import { api, good, type Row, type Writer } from './row.ts'

export const headers = ({ get, add }: Writer): readonly Row[] => [
  ['Accept without JSON', get(`${api}/items`, { accept: 'application/xml' }), 'not-acceptable'],
  ['Accept that excludes JSON', get(`${api}/items`, { accept: 'application/json;q=0' }), 'not-acceptable'],
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
