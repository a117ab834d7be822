/** The fields of a reply as its schema has them: a tree to walk along a value, made once. */
import { type OpenApiDocument, resolve } from '../../contracts/runtime/document.ts'

export interface FieldPlan {
  /** As `/lines/*` + `/sku`: `*` stands for each item of a list, and for each name of a map. */
  readonly pointer: string
  readonly name: string
  /** What may be shown of its values: only their shape when it is personal, nothing when it is secret. */
  readonly hidden: 'personal' | 'secret' | undefined
  /** What the record it belongs to means, as `erp.sale`. */
  readonly meaning: string | undefined
  /** Allows one value only. */
  readonly isConstant: boolean
  readonly fields: readonly FieldPlan[]
  readonly items: FieldPlan | undefined
  /** What every name that is no field stands for, when the schema says so. */
  readonly others: FieldPlan | undefined
  /** Kinds of records that come in one place, told apart by a constant in each. */
  readonly variants: readonly Variant[]
}

interface Variant {
  /** Where the constant is. */
  readonly path: readonly string[]
  readonly value: unknown
  readonly plan: FieldPlan
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly additionalProperties?: unknown
  readonly patternProperties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly prefixItems?: readonly unknown[]
  readonly const?: unknown
  readonly [keyword: string]: unknown
}

const DEPTH_MAX = 12
const FIELDS_MAX = 4_000

type Place = Pick<FieldPlan, 'pointer' | 'name' | 'hidden' | 'meaning'>

export function planOf(document: OpenApiDocument, schema: unknown): FieldPlan {
  let left = FIELDS_MAX

  const make = (schemas: readonly Schema[], place: Place, depth: number): FieldPlan => {
    left--
    const own = { ...place, ...marksOf(schemas, place) }
    const below = (nodes: readonly unknown[], name: string, meaning = own.meaning): FieldPlan | undefined => {
      const flattened = flat(document, nodes)
      if (nodes.length === 0 || depth >= DEPTH_MAX || left <= 0) return undefined
      return make(flattened, { ...own, meaning, name, pointer: `${own.pointer}/${escaped(name)}` }, depth + 1)
    }
    const variants = variantsOf(document, schemas)
    const common = variants.length
      ? schemas.filter((one) => !variants.some(({ all }) => all.includes(one)))
      : schemas
    const names = new Set(common.flatMap(({ properties = {} }) => Object.keys(properties)))
    const fields = [...names].flatMap(
      (name) =>
        below(
          common.flatMap(({ properties = {} }) => valuesOf(properties, name)),
          name,
        ) ?? [],
    )
    const items = below(
      common.flatMap(({ items, prefixItems = [] }) => [...(isSchema(items) ? [items] : []), ...prefixItems]),
      '*',
    )
    const others = below(
      common.flatMap(({ additionalProperties, patternProperties = {} }) => [
        ...(isSchema(additionalProperties) ? [additionalProperties] : []),
        ...Object.values(patternProperties),
      ]),
      '*',
    )
    return {
      ...own,
      isConstant: schemas.some((one) => 'const' in one),
      fields,
      items,
      others,
      variants: variants.map(({ path, value, all }) => ({
        path,
        value,
        plan: make(
          [...common.map(withoutChoice), ...all],
          { ...own, pointer: `${own.pointer}(${String(value)})` },
          depth + 1,
        ),
      })),
    }
  }
  const root = { pointer: '', name: '', hidden: undefined, meaning: undefined }
  return make(flat(document, [schema]), root, 0)
}

/** The field at a pointer into a value, as far as it is known, and the pointer as the plan has it. */
export function fieldAt(
  plan: FieldPlan,
  pointer: string,
): { readonly plan: FieldPlan | undefined; readonly pointer: string } {
  let found: FieldPlan | undefined = plan
  let path = ''
  for (const step of pointer.split('/').slice(1)) {
    const inside: readonly FieldPlan[] = found ? [found, ...found.variants.map(({ plan }) => plan)] : []
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const field = inside.flatMap(({ fields }) => fields).find((one) => one.name === name)
    const other = inside.flatMap(({ items, others }) => items ?? others ?? [])[0]
    path += field || !other ? `/${step}` : '/*'
    found = field ?? other
  }
  return { plan: found, pointer: path }
}

function marksOf(
  schemas: readonly Schema[],
  { hidden, meaning }: Place,
): Pick<FieldPlan, 'hidden' | 'meaning'> {
  const said = schemas.map((one) => one['x-semantic-type']).find((type) => typeof type === 'string')
  const isSecret = hidden === 'secret' || schemas.some((one) => one['x-secret'] === true)
  const isPersonal = hidden === 'personal' || schemas.some((one) => one['x-pii'] === true)
  return { hidden: isSecret ? 'secret' : isPersonal ? 'personal' : undefined, meaning: said ?? meaning }
}

interface Branch {
  readonly path: readonly string[]
  readonly value: unknown
  readonly all: readonly Schema[]
}

/** Of a choice between kinds of records: each with the constant that tells it from the others. */
function variantsOf(document: OpenApiDocument, schemas: readonly Schema[]): readonly Branch[] {
  for (const schema of schemas)
    for (const key of ['anyOf', 'oneOf']) {
      const branches = ((schema[key] ?? []) as readonly unknown[])
        .map((branch) => flat(document, [branch]))
        .filter((all) => all.some(({ properties }) => properties))
      const paths = branches.map((all) => constantsOf(document, all, []))
      const shared = paths[0]?.find(({ path }) =>
        paths.every(
          (own, index) =>
            paths.findIndex((other) => valueAt(other, path) === valueAt(own, path)) === index &&
            valueAt(own, path) !== undefined,
        ),
      )
      if (branches.length > 1 && shared)
        return branches.map((all, index) => ({
          path: shared.path,
          value: valueAt(paths[index] ?? [], shared.path),
          all,
        }))
    }
  return []
}

/** What is left of a schema once one of its branches is chosen; with the choice, there would be no end of them. */
const withoutChoice = ({ anyOf: _, oneOf: __, ...rest }: Schema): Schema => rest

type Constants = readonly { readonly path: readonly string[]; readonly value: unknown }[]

const valueAt = (constants: Constants, path: readonly string[]) =>
  constants.find((one) => one.path.join('/') === path.join('/'))?.value

const constantsOf = (
  document: OpenApiDocument,
  schemas: readonly Schema[],
  above: readonly string[],
): Constants =>
  schemas.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, node]) => {
      const path = [...above, name]
      const all = flat(document, [node])
      const own = all.flatMap((one) => ('const' in one ? [{ path, value: one.const }] : []))
      return above.length === 0 ? [...own, ...constantsOf(document, all, path)] : own
    }),
  )

/** The schemas that are objects, with those they refer to and are made of. */
function flat(
  document: OpenApiDocument,
  nodes: readonly unknown[],
  seen = new Set<unknown>(),
): readonly Schema[] {
  return nodes.flatMap((node) => {
    const { node: found } = resolve<unknown>(document, { node, pointer: '' })
    if (!isSchema(found) || seen.has(found)) return []
    const inside = new Set(seen).add(found)
    const beside = found === node || !isSchema(node) ? [] : [{ ...node, $ref: undefined }]
    const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (found[key] ?? []) as readonly unknown[])
    return [...beside, found, ...flat(document, branches, inside)]
  })
}

const isSchema = (node: unknown): node is Schema => typeof node === 'object' && node !== null

const valuesOf = (properties: Readonly<Record<string, unknown>>, name: string): readonly unknown[] =>
  Object.hasOwn(properties, name) ? [properties[name]] : []

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
