/** `.github/CODEOWNERS`: who has to look at a change of what they own, or depend on. */
import type { Owner } from '../contract.ts'
import { dependantsOf } from '../govern/dependants.ts'
import type { OpenApiDocument } from '../runtime/document.ts'
import { fileOf } from './apis.ts'
import type { OwnedConsumer } from './owned-consumers.ts'

/** Of several lines that fit, the last one counts. */
export function codeOwners(
  contracts: ReadonlyMap<string, OpenApiDocument>,
  consumers: readonly OwnedConsumer[],
): string {
  const contacts = new Map([
    ...[...contracts].map(([id, document]) => [id, contactOf(document)] as const),
    ...consumers.map(({ id, owner }) => [id, owner.contact] as const),
  ])
  const platform = contacts.get('admin')
  const versions = [...contracts.keys()].filter((id) => id.includes('/')).sort()
  const folders = new Map(versions.map((id) => [id.slice(0, id.lastIndexOf('/')), id]))
  const rows: (readonly [path: string, owners: readonly string[]])[] = platform ? [['*', [platform]]] : []
  for (const [folder, id] of folders) {
    const paths = [
      `contracts/${folder}/`,
      ...(isOurs(id) ? [`contracts/published/${folder}/`] : []),
      ...(isOurs(id) && !id.startsWith('events/') ? [fileOf(id).replace(/v\d+\.ts$/, '')] : []),
    ]
    for (const path of paths) rows.push([`/${path}`, [contacts.get(id) ?? '']])
  }
  for (const id of versions.filter(isOurs)) {
    const dependants = dependantsOf(id, contracts, consumers)
    const owners = [...new Set(dependants.flatMap((one) => contacts.get(one) ?? []))].sort()
    if (owners.length) rows.push([`/contracts/published/${id}/approvals/`, owners])
  }
  return [
    '# Generated from contracts/ by `npm run generate`. Do not edit.',
    '# Contracts, what was published of them and their handlers: their owners. Approvals: who depends on them.',
    ...rows.map(([path, owners]) => `${path} ${owners.join(' ')}`),
    '',
  ].join('\n')
}

/** Backends promise us something: nothing of theirs is published. */
const isOurs = (id: string) => !id.startsWith('backend/')

const contactOf = ({ info }: OpenApiDocument): string => (info['x-owner'] as unknown as Owner).contact
