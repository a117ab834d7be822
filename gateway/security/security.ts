/** All that decides who may call: tokens of the issuer, API keys, layers of this deployment; and what operators did. */
import type { Config } from '../config.ts'
import { openRegister } from '../store/register/open.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'
import { ApiKeys } from './api-keys.ts'
import { Audit } from './audit.ts'
import { type Authorise, authoriser, type Issuer } from './authorise.ts'
import type { ClientAddress } from './client-address.ts'
import type { Consumers } from './consumers.ts'
import { createIdentity, type Identity } from './identity.ts'
import { DEVELOPMENT_ISSUER, developmentIssuer } from './issuer.ts'
import { issuerKeys } from './issuer-keys.ts'
import { keptKey } from './kept-file.ts'
import { Attempts } from './limits/attempts.ts'
import { Meters } from './limits/meters.ts'

export interface SecurityOptions {
  readonly config: Config
  /** Where API keys, counts and the audit log are kept. */
  readonly storeUrl: string
  readonly consumers: Consumers
  readonly clientAddress: ClientAddress
  readonly log: Log
}

/** What development keeps for itself, unless it is given. */
interface Secrets {
  readonly serviceKey: string
  readonly peppers: readonly string[]
  readonly issuer: Issuer
}

export class Security {
  readonly identity: Identity
  readonly apiKeys: ApiKeys
  readonly audit: Audit
  readonly authorise: Authorise
  readonly #register: Register
  readonly #meters: Meters

  constructor(options: SecurityOptions, { serviceKey, peppers, issuer }: Secrets) {
    const { config, storeUrl, consumers, clientAddress, log } = options
    const register = openRegister(storeUrl)
    const factor = config.rateLimitFactor
    this.#register = register
    this.#meters = new Meters({ storeUrl, factor, log })
    this.identity = createIdentity(Buffer.from(serviceKey))
    this.audit = new Audit(register)
    this.apiKeys = new ApiKeys({ register, peppers, log, onChange: () => forget() })
    const { authorise, forget } = authoriser({
      issuer,
      identity: this.identity,
      apiKeys: this.apiKeys,
      consumers,
      meters: this.#meters,
      attempts: new Attempts(clientAddress, factor),
    })
    this.authorise = authorise
  }

  start(): Promise<void> {
    return this.apiKeys.start()
  }

  async close(): Promise<void> {
    await this.apiKeys.close()
    this.#meters.close()
    await this.#register.close()
  }
}

export async function openSecurity(options: SecurityOptions): Promise<Security> {
  const { config, log } = options
  return new Security(options, {
    serviceKey: await keptKey(config.serviceKey, config, 'service.key'),
    peppers: (await keptKey(config.apiKeyPepper, config, 'api-key.pepper')).split(','),
    issuer: await issuerOf(config, log),
  })
}

async function issuerOf({ auth, audience, stateDirectory }: Config, log: Log): Promise<Issuer> {
  if (!auth)
    return { issuer: DEVELOPMENT_ISSUER, audience, keys: (await developmentIssuer(stateDirectory)).keys }
  const warn = (err: unknown) => log.warn({ err }, 'the keys of the issuer cannot be had')
  return { issuer: auth.issuer, audience, keys: issuerKeys(auth.jwksUrl, { warn }) }
}
