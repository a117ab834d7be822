/** Bytes that are no request, or more than one at once. */
import { api, good, mark, type Row, type Writer } from './row.ts'

export const framing = ({ get, add, addChunks }: Writer): readonly Row[] => [
  ['20 KB of headers', get(`${api}/items`, { 'x-long': 'a'.repeat(20_000) }), 'header-too-large'],
  ['3,000 headers', get(`${api}/items`, { 'x-many': Array(3000).fill('a') }), 'header-too-large'],
  ['two hosts', get(`${api}/items`, { host: ['one.example', 'two.example'] }), 'malformed-request'],
  ['no host', get(`${api}/items`, { host: undefined }), 'malformed-request'],
  ['a host that is none', get(`${api}/items`, { host: `${mark}/../evil` }), 'malformed-request'],
  ['a user in the host', get(`${api}/items`, { host: `${mark}@evil` }), 'malformed-request'],
  ['HTTP/1.0 without a host', `GET ${api}/items HTTP/1.0\r\n\r\n`, 'malformed-request'],
  ['HTTP/0.9', `GET ${api}/items\r\n\r\n`, 'malformed-request'],
  ['two lengths', add(good, { 'content-length': ['10', '11'] }), 'malformed-request'],
  ['two equal lengths', add(good, { 'content-length': ['10', '10'] }), 'malformed-request'],
  [
    'a bare line feed in a header',
    `GET ${api}/items HTTP/1.1\nhost: gateway.example\n\n`,
    'malformed-request',
  ],
  ['a bare carriage return in a header', get(`${api}/items`, { 'x-cr': `a\r${mark}` }), 'malformed-request'],
  ['length and chunks', add(good, { 'transfer-encoding': 'chunked' }), 'malformed-request'],
  [
    'an unknown transfer coding',
    add(good, { 'transfer-encoding': 'xchunked', 'content-length': undefined }),
    'malformed-request',
  ],
  [
    'an unknown transfer coding where no body is due',
    get(`${api}/items`, { 'transfer-encoding': 'text/html;q=0' }),
    'malformed-request',
  ],
  [
    'two transfer codings',
    get(`${api}/items`, { 'transfer-encoding': 'chunked, chunked' }),
    'malformed-request',
  ],
  ['a header name with a space', add(good, { 'x-name ': mark }), 'malformed-request'],
  ['a folded header', get(`${api}/items`, { 'x-fold': `a\r\n ${mark}` }), 'malformed-request'],
  ['NUL in a header', get(`${api}/items`, { 'x-nul': `\0${mark}` }), 'malformed-request'],
  ['the start of TLS', Buffer.from('16030100a5010000a10303', 'hex'), 'malformed-request'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'malformed-request'],
  ['another protocol', `SSH-2.0-${mark}\r\n`, 'malformed-request'],
  ['an endless chunk', addChunks('FFFFFFFFFFFFFFFFF\r\n'), 'malformed-request'],
]
