/** What is published, as the admin API shows it. Files of the registry do not change while a process runs. */
import { join } from 'node:path'
import { type implement, ok } from '#contracts/admin'
import { type PublishedVersion, publishedVersions, Registry } from '../../contracts/govern/main.ts'

type Handlers = Pick<Parameters<typeof implement>[0], 'listPublished'>

const root = join(import.meta.dirname, '../..')

export function publishedHandlers(): Handlers {
  let known: readonly PublishedVersion[] | undefined
  return {
    listPublished({ query: { contract } = {} }) {
      known ??= publishedVersions(new Registry(root))
      return ok({ items: known.filter((one) => contract === undefined || one.contract === contract) })
    },
  }
}
