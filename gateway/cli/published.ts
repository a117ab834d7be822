/** `strata published`: what others rely on, and what was let through by consent. */
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import { type PublishedVersion, publishedVersions, Registry } from '../../contracts/govern/main.ts'
import { root } from './contracts.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

export const published = defineCommand({
  meta: {
    name: 'published',
    description: 'list what is published: versions, revisions, and consent to breaks',
  },
  args: {
    id: {
      type: 'positional',
      required: false,
      description: 'one contract with all its revisions (default: all)',
    },
    json: { type: 'boolean', description: 'print it as JSON' },
  },
  run({ args: { id, json } }) {
    const all = publishedVersions(new Registry(root))
    const found = all.filter(({ contract }) => id === undefined || contract === id)
    if (id !== undefined && found.length === 0)
      throw new Mistake(`nothing is published of ${id}: strata published lists what is`)
    if (json) console.log(JSON.stringify(found))
    else console.log([tableOf(found, id !== undefined), ...consents(found)].join('\n\n'))
  },
})

function tableOf(versions: readonly PublishedVersion[], withAll: boolean): string {
  const headings = ['contract', 'revision', 'status', 'owner', 'published', 'by', 'digest']
  const rows = versions.flatMap(({ contract, owner, status, revisions }) =>
    (withAll ? revisions : revisions.slice(0, 1)).map(
      ({ revision, publishedAt, publishedBy, digest }, index) => [
        contract,
        revision,
        index === 0 ? status : 'before',
        owner,
        publishedAt.slice(0, 10),
        publishedBy,
        digest.slice(0, 19),
      ],
    ),
  )
  return table(headings, rows)
}

/** Every exception has an end. */
function consents(versions: readonly PublishedVersion[]): readonly string[] {
  const rows = versions.flatMap(({ contract, revisions }) =>
    revisions.flatMap(({ revision, exceptions }) =>
      exceptions.map(({ finding, approver, approverRole, reason, expires }) => [
        `${contract} ${revision}`,
        expires,
        Date.parse(expires) > Date.now() ? '' : 'over',
        `${approver} (${approverRole})`,
        reason,
        finding,
      ]),
    ),
  )
  const headings = ['contract', 'until', '', 'agreed to by', 'why', 'what']
  return rows.length ? [styleText('bold', 'Let through by consent'), table(headings, rows)] : []
}
