/** Alerts as e-mail: plain text, one message for all that is to be told at once. */
import { createTransport } from 'nodemailer'
import { type Channel, viewOf } from './channel.ts'

/** What sends mail, and under which address. */
export interface Mailer {
  readonly from: string
  to(address: string): Channel
  close(): void
}

const LIMIT_MS = 10_000

/** @param url `smtp://…` (STARTTLS where the server has it) or `smtps://user:password@host` */
export function mailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
    // What is told is data, never something to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    from,
    to: (address) => ({
      name: `mail ${address}`,
      async send({ team }, alerts) {
        const [first] = alerts
        const more = alerts.length > 1 ? ` (and ${alerts.length - 1} more)` : ''
        await transport.sendMail({
          from,
          to: address,
          subject: `[${team}] ${first?.summary}${more}`,
          text: alerts.map((alert) => textOf(viewOf(alert))).join('\n\n'),
        })
      },
    }),
    close: () => transport.close(),
  }
}

function textOf({ facts, summary, state, ...rest }: ReturnType<typeof viewOf>): string {
  const lines = Object.entries({ ...rest, ...facts }).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [state === 'resolved' ? `Over: ${summary}` : summary, ...lines].join('\n')
}
