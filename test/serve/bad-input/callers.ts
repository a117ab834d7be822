/** Requests whose sender is unknown, or is not registered. */
import { api, good, mark, type Row, type Writer } from './row.ts'

/** @param bearer of a registered consumer */
export const callers = ({ get, add }: Writer, bearer: string, stranger: string): readonly Row[] => [
  ['no token', get(`${api}/items`, { authorization: undefined }), 'unauthenticated'],
  [
    'no token and no key',
    add(good, { authorization: undefined, 'idempotency-key': undefined }),
    'unauthenticated',
  ],
  ['no token and a broken body', add('{', { authorization: undefined }), 'unauthenticated'],
  ['no token but Basic', get(`${api}/items`, { authorization: 'Basic YTpi' }), 'unauthenticated'],
  [
    'another scheme',
    get(`${api}/items`, { authorization: bearer.replace('Bearer', 'Token') }),
    'unauthenticated',
  ],
  ['a token that is none', get(`${api}/items`, { authorization: `Bearer ${mark}` }), 'unauthenticated'],
  ['a token cut off', get(`${api}/items`, { authorization: bearer.slice(0, -5) }), 'unauthenticated'],
  [
    'a token in the query',
    get(`${api}/items?access_token=${bearer.slice(7)}`, { authorization: undefined }),
    'unauthenticated',
  ],
  [
    'two Authorization headers',
    get(`${api}/items`, { authorization: [bearer, `Bearer ${mark}`] }),
    'malformed-request',
  ],
  ['an unregistered consumer', get(`${api}/items`, { authorization: stranger }), 'forbidden'],
]
