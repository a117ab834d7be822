/** `/.well-known/api-catalog` (RFC 9727): one entry for each API version of this host, as a linkset (RFC 9264). */
import type { ContractId } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { toInstant } from '../instant.ts'
import { policyOf } from '../lifecycle/announcement.ts'

const profile = 'https://www.rfc-editor.org/info/rfc9727'
export const catalogType = `application/linkset+json; profile="${profile}"`
export const catalogLink = '</.well-known/api-catalog>; rel="api-catalog"'

/** The page that shows this API. */
export const docsOf = (id: ContractId): string => `/docs?urls.primaryName=${encodeURIComponent(id)}`

export const apiCatalog = (contracts: readonly ContractData[]) => ({
  linkset: [
    {
      anchor: '/.well-known/api-catalog',
      item: contracts.map(({ id, title }) => ({ href: `/${id}`, title })),
    },
    ...contracts.map((contract) => {
      const { id, title } = contract
      return {
        anchor: `/${id}`,
        'service-desc': [
          { href: `/${id}/openapi.json`, type: 'application/openapi+json;version=3.1', title },
          { href: `/${id}/openapi.yaml`, type: 'application/openapi+yaml;version=3.1', title },
        ],
        'service-doc': [{ href: docsOf(id), type: 'text/html', title }],
        ...endOf(contract),
      }
    }),
  ],
})

/** How a deprecated version announces its end: target attributes of RFC 9264 carry the dates of its headers. */
function endOf(contract: ContractData) {
  const { deprecatedAt, sunsetAt, successor } = contract.lifecycle
  if (deprecatedAt === undefined) return {}
  const page = { href: policyOf(contract), type: 'text/html' }
  return {
    deprecation: [{ ...page, date: [toInstant(deprecatedAt)] }],
    ...(sunsetAt === undefined ? {} : { sunset: [{ ...page, date: [toInstant(sunsetAt)] }] }),
    ...(successor === undefined ? {} : { 'successor-version': [{ href: `/${successor}` }] }),
  }
}
