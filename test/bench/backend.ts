/** CRM and ERP as fast as they get: the recorded answers of one request, again and again. Their time is not counted. */
import { createServer } from 'node:http'
import { serveMeasured } from './child.ts'
import { keyOf, type Recording } from './recording.ts'

const recording = JSON.parse(process.env.RECORDING ?? '[]') as Recording
const answers = new Map(
  recording.map(({ key, status, headers, body }) => [key, { status, headers, body: Buffer.from(body) }]),
)

serveMeasured(
  createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const key = keyOf(request.method, request.url, Buffer.concat(chunks).toString())
      const answer = answers.get(key)
      if (!answer) {
        response.writeHead(599).end(`nothing recorded for ${key}`)
        return
      }
      const body = key.includes('/oauth2/')
        ? answer.body.toString().replace('{backend}', `http://${request.headers.host}`)
        : answer.body
      response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(body) })
      response.end(body)
    })
  }),
)
