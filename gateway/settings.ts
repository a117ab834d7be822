/** Every setting there is: what it means, what it is when it is not set, and how its text is read. */
import {
  count,
  countFrom,
  list,
  mailServer,
  networks,
  oneOf,
  origin,
  port,
  ratio,
  type Setting,
  text,
  url,
} from './setting.ts'

/** Every setting, in the order of the README. */
export const settings = {
  NODE_ENV: {
    meaning: '`production` refuses everything that is only for development',
    preset: 'development',
    read: oneOf('development', 'test', 'production'),
  },
  PUBLIC_PORT: { meaning: 'port of the experience APIs; 0 picks a free one', preset: '8080', read: port },
  INTERNAL_PORT: {
    meaning: 'port of the process and system APIs and of operations; 0 picks a free one',
    preset: '8081',
    read: port,
  },
  BIND_ADDRESS: {
    meaning: 'address both ports listen on',
    preset: '127.0.0.1 (production: 0.0.0.0)',
    read: text,
  },
  TLS_CERT_FILE: {
    meaning: 'certificate of both ports, in PEM; read again when it changes',
    preset: 'no TLS',
    read: text,
  },
  TLS_KEY_FILE: { meaning: 'its key', read: text },
  TLS_CLIENT_CA_FILE: {
    meaning: 'who signs certificates of this deployment: nobody gets into the internal port without one',
    read: text,
  },
  PLAINTEXT: {
    meaning:
      '`allowed`: something else encrypts, such as a load balancer before the ports or a mesh between processes',
    preset: 'allowed (production: refused)',
    read: oneOf('allowed', 'refused'),
  },
  CONNECTIONS_MAX: { meaning: 'most connections to a port at once', preset: '10000', read: count },
  PUBLIC_HOSTS: { meaning: 'host names the public port answers to', preset: 'any', read: list },
  INTERNAL_HOSTS: { meaning: 'host names the internal port answers to', preset: 'any', read: list },
  TRUSTED_PROXIES: {
    meaning: 'addresses and networks of load balancers whose `X-Forwarded-For` is believed',
    preset: 'none',
    read: networks,
  },
  STRATA_SERVE: {
    meaning: '`all`, or a list of layers and contract ids hosted in this process',
    preset: 'all',
    read: list,
  },
  PROCESS_URL: { meaning: 'where process APIs live that are not hosted here', read: origin() },
  SYSTEM_URL: { meaning: 'where system APIs live that are not hosted here', read: origin() },
  CRM_URL: { meaning: 'login URL of the CRM (Salesforce)', preset: 'embedded sandbox', read: origin() },
  CRM_CLIENT_ID: { meaning: 'OAuth 2 client of the CRM', read: text },
  CRM_CLIENT_SECRET: { meaning: 'its secret', secret: true, read: text },
  CRM_API_VERSION: { meaning: 'version of the CRM’s REST API', preset: '68.0', read: text },
  ERP_URL: {
    meaning: 'base URL of the ERP (Tryton)',
    preset: 'embedded sandbox',
    read: origin('ERP_RPC_PATH'),
  },
  ERP_DB: { meaning: 'database of the ERP', preset: 'erp', read: text },
  ERP_RPC_PATH: { meaning: 'path of JSON-RPC', preset: '/<ERP_DB>/', read: text },
  ERP_USER: { meaning: 'service user of the ERP', read: text },
  ERP_PASSWORD: { meaning: 'its password', secret: true, read: text },
  AUTH_ISSUER: { meaning: 'issuer of access tokens', preset: 'embedded development issuer', read: url },
  AUTH_JWKS_URL: { meaning: 'where its keys are', read: url },
  AUTH_AUDIENCE: { meaning: 'audience tokens must name', preset: 'strata', read: text },
  SERVICE_KEY: {
    meaning: 'signs calls between layers in different processes; 32 bytes or more',
    preset: 'kept in `.strata` (production: required)',
    secret: true,
    read: text,
  },
  API_KEY_PEPPER: {
    meaning:
      'what is kept of API keys is of no use without it; 32 bytes or more; of several, separated by commas, the first makes keys',
    preset: 'kept in `.strata` (production: required)',
    secret: true,
    read: text,
  },
  STORE_URL: {
    meaning:
      'where requests with a key, API keys and the audit log are kept: `sqlite:<path>`, `redis://…`, `rediss://…`, `redis+sentinel://…`, `redis+cluster://…`',
    preset: '`sqlite:.strata/strata.db`',
    secret: true,
    read: text,
  },
  DATA_KEY: {
    meaning:
      'encrypts what is remembered; 32 bytes or more; of several, separated by commas, the first encrypts',
    preset: 'kept in `.strata` (production: required)',
    secret: true,
    read: text,
  },
  DRIFT_LEARN: {
    meaning:
      'after how many answers of an operation it is known what they are like; 0: only what breaks a contract is looked at',
    preset: '5000',
    read: countFrom(0),
  },
  ALERT_CHANNELS: {
    meaning:
      "who is told how, in YAML: `finance-systems: [{ webhook: https://…, secret: … }, { mail: … }]`; `'*'` for all other teams",
    preset: 'the log, and mail to the contact of the contract',
    secret: true,
    read: text,
  },
  SMTP_URL: { meaning: 'sends the mail: `smtps://user:password@host`', secret: true, read: mailServer },
  ALERT_MAIL_FROM: { meaning: 'address the mail comes from', preset: 'strata@localhost', read: text },
  LEASE_MS: {
    meaning: 'how long a process may be silent before another one goes on with its work',
    preset: '15000',
    // Less than a pause of the process would do: its work would be taken over while it lives.
    read: countFrom(1_000),
  },
  OBSERVE_EVERY: {
    meaning: 'of so many calls one is looked at more closely, for `strata impact`; 0: none',
    preset: '100',
    read: countFrom(0),
  },
  RATE_LIMIT_FACTOR: {
    meaning: 'every limit of `contracts/consumers.yaml` is so many times as high; for load tests',
    preset: '1',
    read: count,
  },
  WEBHOOK_LOOPBACK: {
    meaning: '`true` lets webhooks go to this machine; only for development',
    preset: 'false',
    read: oneOf('true', 'false'),
  },
  BODY_BYTES_MAX: { meaning: 'largest request body', preset: '1048576', read: count },
  SHUTDOWN_MS: {
    meaning: 'how long requests in flight may take after SIGTERM',
    preset: '30000',
    read: count,
  },
  LOG_LEVEL: {
    meaning: 'least level that is logged',
    preset: 'info',
    read: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  },
  OTEL_TRACES_SAMPLER_ARG: {
    meaning: 'share of traces that are kept although nothing failed and nothing was slow',
    preset: '0.01',
    read: ratio,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    meaning: 'collector that gets metrics and kept traces (OTLP over HTTP), as `http://collector:4318`',
    preset: 'none',
    read: url,
  },
} as const satisfies Record<string, Setting<unknown>>

/** As they are read: `undefined` where nothing is set. */
export type Settings = {
  readonly [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]['read']> | undefined
}
