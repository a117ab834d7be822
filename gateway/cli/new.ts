/** `strata new`: an API that compiles, to be made into something; or the next version of one, which takes over its work. */
import { existsSync } from 'node:fs'
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import type { Owner } from '../../contracts/contract.ts'
import { fileOf } from '../../contracts/generate/apis.ts'
import { firstContract, firstHandler } from '../../contracts/generate/scaffold/first-version.ts'
import { Changes } from './changes.ts'
import { generatedContracts, isContractId, root, workshop } from './contracts.ts'
import { Mistake } from './mistake.ts'
import { succeed } from './succeed.ts'

export const newCommand = defineCommand({
  meta: { name: 'new', description: 'begin an API, or the next version of one' },
  args: {
    id: { type: 'positional', required: true, description: 'such as experience/kiosk/v1' },
    from: {
      type: 'string',
      description: 'the version it takes over from, such as v1; that one becomes deprecated',
    },
    owner: { type: 'string', description: 'the team that owns a new API' },
    contact: { type: 'string', description: 'its e-mail address (default: as in its other contracts)' },
    oncall: { type: 'string', description: 'where it is called (default: as in its other contracts)' },
    deprecated: {
      type: 'string',
      description: 'from when on nobody new should use the old version (default: today)',
    },
    sunset: { type: 'string', description: 'from when on the old version is gone (default: in a year)' },
    json: { type: 'boolean', description: 'print the files as JSON' },
  },
  async run({ args: { id, from, json, ...args } }) {
    if (!isContractId(id) || !/^(system|process|experience)\//.test(id))
      throw new Mistake(`${id} can be no API: name it like experience/kiosk/v1`)
    if (existsSync(new URL(`../../contracts/${id}.yaml`, import.meta.url)))
      throw new Mistake(`contracts/${id}.yaml is there already`)
    const changes = new Changes(root)
    try {
      if (from === undefined) begin(id, ownerOf(args), changes)
      else await succeed(id, id.replace(/v\d+$/, from), args, changes)
      const { generate } = await workshop()
      await generate(root)
    } catch (error) {
      changes.undo()
      throw error
    }
    if (json) console.log(JSON.stringify({ id, written: changes.files }))
    else
      console.log([...changes.files.map((file) => `wrote  ${file}`), '', ...nextSteps(id, from)].join('\n'))
  },
})

function begin(id: string, owner: Owner, changes: Changes): void {
  if (!id.endsWith('/v1')) throw new Mistake(`${id} is no first version: say what it follows with --from`)
  changes.write(`contracts/${id}.yaml`, firstContract(id, owner))
  changes.write(fileOf(id), firstHandler(id))
}

interface Asked {
  readonly owner?: string | undefined
  readonly contact?: string | undefined
  readonly oncall?: string | undefined
}

/** @throws Mistake when nobody would be reached */
function ownerOf({ owner: team, contact, oncall }: Asked): Owner {
  const owners = [...generatedContracts().values()].map(({ info }) => info['x-owner'] as unknown as Owner)
  const teams = [...new Set(owners.map((one) => one.team))].sort().join(', ')
  if (!team) throw new Mistake(`say who owns it with --owner: ${teams}, or another team`)
  const known = owners.find((one) => one.team === team)
  const owner = { team, contact: contact ?? known?.contact, oncall: oncall ?? known?.oncall }
  if (owner.contact && owner.oncall) return owner as Owner
  throw new Mistake(`${team} owns nothing yet: say how it is reached with --contact and --oncall`)
}

function nextSteps(id: string, from: string | undefined): readonly string[] {
  const steps = [
    `write contracts/${id}.yaml${from ? '' : ', with what it calls in x-uses'}; then npm run generate`,
    `write ${fileOf(id)}; npx tsc --build tells what is left to do`,
    ...(from ? [`put back in ${fileOf(id.replace(/v\d+$/, from))} what looks different in ${id}`] : []),
    'say in contracts/consumers.yaml who may call it',
    from ? `npx strata publish ${id} ${id.replace(/v\d+$/, from)}` : `npx strata publish ${id}`,
  ]
  return steps.map((step, index) => `${styleText('bold', `${index + 1}.`)} ${step}`)
}
