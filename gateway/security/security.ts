/** All that decides who may call: tokens of the issuer, API keys, layers of this deployment; and what operators did. */
import type { Config } from '../config.ts'
import { openRegister } from '../store/register/open.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'
import { ApiKeys } from './api-keys.ts'
import { Audit } from './audit.ts'
import { type Authorise, authoriser, type Issuer } from './authorise.ts'
import type { Consumers } from './consumers.ts'
import { createIdentity, type Identity } from './identity.ts'
import { DEVELOPMENT_ISSUER, developmentIssuer } from './issuer.ts'
import { issuerKeys } from './issuer-keys.ts'
import { keptKey } from './kept-file.ts'

export class Security {
  readonly identity: Identity
  readonly apiKeys: ApiKeys
  readonly audit: Audit
  readonly authorise: Authorise
  readonly #register: Register

  constructor(
    register: Register,
    peppers: readonly string[],
    issuer: Issuer,
    identity: Identity,
    consumers: Consumers,
    log: Log,
  ) {
    this.#register = register
    this.identity = identity
    this.audit = new Audit(register)
    this.apiKeys = new ApiKeys({ register, peppers, log, onChange: () => forget() })
    const { authorise, forget } = authoriser({ issuer, identity, apiKeys: this.apiKeys, consumers })
    this.authorise = authorise
  }

  start(): Promise<void> {
    return this.apiKeys.start()
  }

  async close(): Promise<void> {
    await this.apiKeys.close()
    await this.#register.close()
  }
}

/** @param storeUrl where API keys and the audit log are kept */
export async function openSecurity(
  config: Config,
  storeUrl: string,
  consumers: Consumers,
  log: Log,
): Promise<Security> {
  const identity = createIdentity(Buffer.from(await keptKey(config.serviceKey, config, 'service.key')))
  const peppers = (await keptKey(config.apiKeyPepper, config, 'api-key.pepper')).split(',')
  const issuer = await issuerOf(config, log)
  return new Security(openRegister(storeUrl), peppers, issuer, identity, consumers, log)
}

async function issuerOf({ auth, audience, stateDirectory }: Config, log: Log): Promise<Issuer> {
  if (!auth)
    return { issuer: DEVELOPMENT_ISSUER, audience, keys: (await developmentIssuer(stateDirectory)).keys }
  const warn = (err: unknown) => log.warn({ err }, 'the keys of the issuer cannot be had')
  return { issuer: auth.issuer, audience, keys: issuerKeys(auth.jwksUrl, { warn }) }
}
