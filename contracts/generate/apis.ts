/** `gateway/apis.gen.ts`: every contract and its handlers. A contract without a handler file does not compile. */
export function apisModule(ids: readonly string[], events: readonly string[]): string {
  const backends = ids.filter((id) => id.startsWith('backend/'))
  const apis = ids.filter((id) => !id.startsWith('backend/'))
  return `import type { Api } from '#contract'
import type { EventContract } from '../contracts/runtime/event.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
${backends.map((id) => `import { contract as ${nameOf(id)} } from '#contracts/${id}'`).join('\n')}
${events.map((id) => `import { event as ${nameOf(id)} } from '#contracts/${id}'`).join('\n')}
${apis.map((id) => `import ${nameOf(id)} from '../${fileOf(id)}'`).join('\n')}

export const backends: readonly ContractData[] = [
${backends.map((id) => `  ${nameOf(id)},`).join('\n')}
]

export const events: readonly EventContract[] = [
${events.map((id) => `  ${nameOf(id)},`).join('\n')}
]

export const apis: readonly Api[] = [
${apis.map((id) => `  ${nameOf(id)},`).join('\n')}
]
`
}

/** Where the handlers of an API live: `system/erp/v1` in `system-apis/erp/v1.ts`. */
export const fileOf = (id: string) => `${id.replace('/', '-apis/')}.ts`

const nameOf = (id: string) => id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
