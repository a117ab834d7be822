/** Methods that the gateway or the resource does not know. */
import { api, type Row, type Writer } from './row.ts'

export const methods = ({ head }: Writer): readonly Row[] => [
  ['FOO', head(`FOO ${api}/items`), 'not-implemented'],
  ['a method in lower case', head(`get ${api}/items`), 'malformed-request'],
  ['PROPFIND', head(`PROPFIND ${api}/items`), 'not-implemented'],
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n', 'not-implemented'],
  ['TRACE', head(`TRACE ${api}/items`), 'method-not-allowed'],
  ['DELETE where GET and POST are', head(`DELETE ${api}/items`), 'method-not-allowed'],
  ['HEAD where only POST is', head(`GET ${api}/notes`), 'method-not-allowed'],
  ['PUT beside a template that has it', head(`PUT ${api}/items/newest`), 'method-not-allowed'],
]
