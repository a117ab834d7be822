/**
 * Who is told how. A team that nobody configured is told by mail at the address its contracts name, where mail can be
 * sent; the log has every alert anyway.
 */
import { parse } from 'yaml'
import * as z from 'zod'
import type { Owner } from '../../contracts/contract.ts'
import { ConfigError } from '../config.ts'
import type { Channel } from './channel.ts'
import type { Mailer } from './mail.ts'
import { webhook } from './webhook.ts'

/** For every team that has no entry of its own. */
const OTHERS = '*'
const SECRET_LENGTH_MIN = 24

const channel = z.union(
  [
    z.strictObject({ webhook: z.url({ protocol: /^https?$/ }), secret: z.string().min(SECRET_LENGTH_MIN) }),
    z.strictObject({ mail: z.email() }),
  ],
  {
    error: `must be { webhook: <http URL>, secret: <${SECRET_LENGTH_MIN} characters or more> } or { mail: <address> }`,
  },
)
const configuration = z.record(z.string(), z.array(channel))

export type ChannelsOf = (owner: Owner) => readonly Channel[]

/**
 * @param text YAML: for each team (or `'*'`) a list of `{ webhook, secret }` and `{ mail }`
 * @param teams that exist
 * @throws ConfigError
 */
export function readChannels(
  text: string | undefined,
  teams: ReadonlySet<string>,
  mail: Mailer | undefined,
): ChannelsOf {
  const read = configuration.safeParse(parsed(text ?? '{}'))
  if (!read.success) throw new ConfigError([`ALERT_CHANNELS: ${z.prettifyError(read.error)}`])
  const unknown = Object.keys(read.data).filter((team) => team !== OTHERS && !teams.has(team))
  if (unknown.length)
    throw new ConfigError([
      `ALERT_CHANNELS: no contract is owned by ${unknown.join(', ')}: use ${[...teams].sort().join(', ')} or '*'`,
    ])
  const needsMail = Object.values(read.data).some((list) => list.some((one) => 'mail' in one))
  if (needsMail && !mail) throw new ConfigError(['SMTP_URL: needed for the mail of ALERT_CHANNELS'])
  const made = new Map(
    Object.entries(read.data).map(([team, list]) => [
      team,
      list.map((one) => ('mail' in one ? (mail as Mailer).to(one.mail) : webhook(one.webhook, one.secret))),
    ]),
  )
  return (owner) => made.get(owner.team) ?? made.get(OTHERS) ?? (mail ? [mail.to(owner.contact)] : [])
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
