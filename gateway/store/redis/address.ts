/**
 * Where a Redis is, as one URL:
 * `redis[s]://[user:password@]host[:port][/db]`,
 * `redis[s]+sentinel://[user:password@]host[:port],…/master[/db]`,
 * `redis[s]-cluster://[user:password@]host[:port],…`; `?ca=FILE` names the authority of its certificate.
 */

export interface Address {
  readonly kind: 'single' | 'sentinel' | 'cluster'
  readonly tls: boolean
  readonly nodes: readonly { readonly host: string; readonly port: number }[]
  /** Name sentinels know the master by. */
  readonly master: string | undefined
  readonly db: number
  readonly username: string | undefined
  readonly password: string | undefined
  readonly caFile: string | undefined
}

const form =
  /^redis(?<tls>s?)(?:(?<sentinel>\+sentinel)|(?<cluster>-cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?@]+)(?<path>[^?]*)(?:\?(?<query>.*))?$/

export const isRedisUrl = (url: string): boolean => /^redis[a-z+-]*:/.test(url)

/** @throws TypeError that shows no password */
export function readAddress(url: string): Address {
  const parts = form.exec(url)?.groups
  if (!parts) throw new TypeError('not the URL of a Redis')
  const kind = parts.sentinel ? 'sentinel' : parts.cluster ? 'cluster' : 'single'
  const path = (parts.path ?? '').split('/').filter((item) => item !== '')
  const master = kind === 'sentinel' ? path.shift() : undefined
  const db = Number(path.shift() ?? 0)
  const nodes = (parts.hosts ?? '').split(',').map((host) => nodeOf(host, kind === 'sentinel' ? 26379 : 6379))
  if (kind === 'sentinel' && !master)
    throw new TypeError('the URL of a Redis with sentinels names its master')
  if (kind === 'single' && nodes.length > 1) throw new TypeError('several hosts need +sentinel or -cluster')
  if (kind === 'cluster' && db !== 0) throw new TypeError('a Redis Cluster has one database')
  if (path.length || !Number.isInteger(db))
    throw new TypeError('not the URL of a Redis: its path is too long')
  return {
    kind,
    tls: parts.tls === 's',
    nodes,
    master,
    db,
    username: decoded(parts.user),
    password: decoded(parts.password),
    caFile: new URLSearchParams(parts.query).get('ca') ?? undefined,
  }
}

function nodeOf(text: string, preset: number) {
  const [, host = '', port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text) ?? []
  if (host === '') throw new TypeError('not the URL of a Redis: a host is missing')
  return { host: host.replace(/^\[|\]$/g, ''), port: port ? Number(port) : preset }
}

const decoded = (text: string | undefined) => (text ? decodeURIComponent(text) : undefined)
