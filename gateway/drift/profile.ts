/** What one field was like, counted: small, whatever the values are, and two of them add up to one. */
import {
  BUCKETS,
  type Format,
  formatOf,
  isShaped,
  lengthOf,
  magnitudeOf,
  numberOf,
  shapeOf,
  type TypeName,
  types,
} from './measures.ts'

type Counts<Name extends string = string> = Readonly<Partial<Record<Name, number>>>

/** As it is kept, and read by people. */
export interface ProfileData {
  /** Places the field could have been at. */
  readonly places: number
  readonly types: Counts<TypeName>
  /** `null`: too many to be a list. */
  readonly values?: Counts | null
  readonly shapes?: Counts | null
  /** Texts that were looked at for shape and format. */
  readonly shaped?: number
  readonly formats?: Counts<Format>
  readonly lengths?: Counts
  /** Of numbers, and of texts that are numbers. */
  readonly magnitudes?: Counts
  readonly negative?: number
  readonly zero?: number
}

const VALUES_MAX = 48
const VALUE_LENGTH_MAX = 40
const SHAPES_MAX = 32

export class Profile {
  places = 0
  readonly types = new Float64Array(types.length)
  values: Map<string, number> | null | undefined
  shapes: Map<string, number> | null | undefined
  shaped = 0
  formats: Map<string, number> | undefined
  lengths: Float64Array | undefined
  magnitudes: Float64Array | undefined
  negative = 0
  zero = 0

  constructor(data?: ProfileData) {
    if (data) this.merge(data)
  }

  get present(): number {
    return this.types.reduce((sum, count) => sum + count, 0)
  }

  /** @param keepsValues whether they may be seen */
  add(value: unknown, type: number, keepsValues: boolean): void {
    this.places++
    this.types[type] = (this.types[type] as number) + 1
    if (typeof value === 'string') this.#addText(value, keepsValues)
    else if (typeof value === 'number') this.#addNumber(value)
  }

  addMissing(): void {
    this.places++
  }

  #addText(text: string, keepsValues: boolean): void {
    if (keepsValues && this.values !== null)
      this.values =
        text.length > VALUE_LENGTH_MAX ? null : counted(this.values ?? new Map(), text, 1, VALUES_MAX)
    this.lengths ??= new Float64Array(BUCKETS)
    bump(this.lengths, lengthOf(text.length))
    const number = numberOf(text)
    if (number !== undefined) this.#addNumber(number)
    if (!isShaped()) return
    this.shaped++
    if (this.shapes !== null) this.shapes = counted(this.shapes ?? new Map(), shapeOf(text), 1, SHAPES_MAX)
    const format = formatOf(text)
    if (format) this.formats = counted(this.formats ?? new Map(), format, 1, SHAPES_MAX) ?? undefined
  }

  #addNumber(number: number): void {
    this.magnitudes ??= new Float64Array(BUCKETS)
    bump(this.magnitudes, magnitudeOf(number))
    if (number < 0) this.negative++
    else if (number === 0) this.zero++
  }

  merge(data: ProfileData): void {
    this.places += data.places
    for (const [index, type] of types.entries())
      this.types[index] = (this.types[index] as number) + (data.types[type] ?? 0)
    this.values = merged(this.values, data.values, VALUES_MAX)
    this.shapes = merged(this.shapes, data.shapes, SHAPES_MAX)
    this.shaped += data.shaped ?? 0
    if (data.formats) this.formats = merged(this.formats, data.formats, SHAPES_MAX) ?? undefined
    if (data.lengths) this.lengths = added(this.lengths, data.lengths)
    if (data.magnitudes) this.magnitudes = added(this.magnitudes, data.magnitudes)
    this.negative += data.negative ?? 0
    this.zero += data.zero ?? 0
  }

  toData(): ProfileData {
    const { places, values, shapes, shaped, formats, lengths, magnitudes, negative, zero } = this
    return {
      places,
      types: Object.fromEntries(
        types.flatMap((type, index) => (this.types[index] ? [[type, this.types[index] as number]] : [])),
      ),
      ...(values !== undefined && { values: values && Object.fromEntries(sorted(values)) }),
      ...(shapes !== undefined && { shapes: shapes && Object.fromEntries(sorted(shapes)) }),
      ...(shaped && { shaped }),
      ...(formats && { formats: Object.fromEntries(formats) }),
      ...(lengths && { lengths: sparse(lengths) }),
      ...(magnitudes && { magnitudes: sparse(magnitudes) }),
      ...(negative && { negative }),
      ...(zero && { zero }),
    }
  }
}

/** @returns nothing when there are too many */
function counted(
  counts: Map<string, number>,
  name: string,
  by: number,
  max: number,
): Map<string, number> | null {
  const known = counts.get(name)
  if (known === undefined && counts.size === max) return null
  counts.set(name, (known ?? 0) + by)
  return counts
}

function merged(
  own: Map<string, number> | null | undefined,
  other: Counts | null | undefined,
  max: number,
): Map<string, number> | null | undefined {
  if (other === undefined) return own
  let sum = other === null ? null : own === undefined ? new Map<string, number>() : own
  for (const [name, count = 0] of Object.entries(other ?? {})) sum = sum && counted(sum, name, count, max)
  return sum
}

function added(own: Float64Array | undefined, other: Counts): Float64Array {
  const sum = own ?? new Float64Array(BUCKETS)
  for (const [bucket, count = 0] of Object.entries(other))
    sum[Number(bucket)] = (sum[Number(bucket)] ?? 0) + count
  return sum
}

const bump = (buckets: Float64Array, bucket: number): void => {
  buckets[bucket] = (buckets[bucket] as number) + 1
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, a], [, b]) => b - a)

const sparse = (buckets: Float64Array): Counts =>
  Object.fromEntries([...buckets].flatMap((count, bucket) => (count ? [[bucket, count]] : [])))
