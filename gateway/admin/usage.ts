/** How API versions are used, as the admin API tells it. */
import { type implement, ok, refuse, type Usage as UsageReply } from '#contracts/admin'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { toInstant } from '../instant.ts'
import type { Requests } from '../usage/trial.ts'
import { NotTriable, tryAside } from '../usage/try-aside.ts'
import type { Usage } from '../usage/usage.ts'

export interface UsageState {
  readonly usage: Usage
  readonly contractOf: (id: string) => ContractData | undefined
}

type Handlers = Pick<Parameters<typeof implement>[0], 'getUsage' | 'getReads' | 'checkSamples'>

const SAMPLED_DAYS = 90

export function usageHandlers({ usage, contractOf }: UsageState): Handlers {
  /** Everything that is kept of requests to operations the contract still has. */
  const requestsTo = async ({ id, operations }: ContractData): Promise<readonly Requests[]> => {
    const callers = (await usage.callsOf(id, SAMPLED_DAYS)).filter(({ operation }) => operations[operation])
    const kept = callers.map(async ({ operation, consumer }) => ({
      operation,
      consumer,
      samples: await usage.samplesOf(id, operation, consumer),
    }))
    return (await Promise.all(kept)).filter(({ samples }) => samples.length)
  }

  return {
    async getUsage({ query: { api, days } }) {
      const found = await usage.callsOf(api, days)
      const items: UsageReply['items'] = found.map(({ firstAt, lastAt, ...used }) => ({
        ...used,
        firstSeen: toInstant(firstAt),
        lastSeen: toInstant(lastAt),
      }))
      return ok({ api, days, items })
    },

    async getReads({ query: { api } }) {
      const found = await usage.readsOf(api)
      const items = found.map(({ reader, lastAt, ...read }) => ({
        reader: reader.api,
        readerOperation: reader.operation,
        ...read,
        lastSeen: toInstant(lastAt),
      }))
      return ok({ api, items })
    },

    async checkSamples({ body: { api, document } }) {
      const contract = contractOf(api)
      if (!contract) return refuse('conflict', `There is no API ${api} here.`)
      const requests = await requestsTo(contract)
      try {
        const after = document as unknown as OpenApiDocument
        const tried = await tryAside({ api: contract.id, before: contract.document, after, requests })
        return ok({ api, items: tried.map((one) => ({ ...one, findings: [...one.findings] })) })
      } catch (error) {
        if (error instanceof NotTriable) return refuse('conflict', `It cannot be tried: ${error.message}`)
        throw error
      }
    },
  }
}
