/** Receivers of alerts, as real as they get on one machine: an HTTP server, and a mail server. */
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Signal } from '../../gateway/alerting/signals.ts'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a message, and nothing else
  readonly body: any
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** What it answers from now on. */
  status: number
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const server = createHttpServer(async (message, response) => {
    let text = ''
    for await (const chunk of message) text += chunk
    received.push({ headers: message.headers, text, body: JSON.parse(text) })
    response.writeHead(receiver.status).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/alerts`,
    received,
    status: 204,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}

/** Takes mail as RFC 5321 has it, and keeps it. */
export async function startMailServer() {
  const mails: { to: string[]; text: string }[] = []
  const server = createServer((socket) => {
    let to: string[] = []
    let data: string[] | undefined
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    createInterface({ input: socket }).on('line', (line) => {
      if (data && line !== '.') return void data.push(line)
      if (data) {
        mails.push({ to, text: data.join('\n') })
        data = undefined
        to = []
        return say('250 kept')
      }
      const [verb = ''] = line.toUpperCase().split(' ')
      if (verb === 'RCPT') to.push(line.slice(line.indexOf('<') + 1, line.indexOf('>')))
      if (verb === 'DATA') data = []
      if (verb === 'QUIT') return void socket.end('221 bye\r\n')
      return say(verb === 'DATA' ? '354 go on' : '250 ok')
    })
    socket.on('error', () => {})
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => server.close() }
}

export const owner = {
  team: 'finance-systems',
  contact: 'finance-systems@strata.example',
  oncall: 'https://oncall.strata.example/finance-systems',
}

export const signal = (subject = 'findSales', own: Partial<Signal> = {}): Signal => ({
  kind: 'contract-broken',
  api: 'backend/erp/v1',
  subject,
  owner,
  summary: `${subject} answers what its contract does not allow`,
  ...own,
})
