import type { CimType } from './cim-types.ts'
import { existsIn, type Generation, type Lifetime } from './generations.ts'

export interface PropertySchema extends Lifetime {
  readonly name: string
  readonly type: CimType
  readonly array?: true
}

export interface ParameterSchema {
  readonly name: string
  readonly type: CimType
  readonly array?: true
  /** May be left out; a parameter that may not is missed with WBEM_E_INVALID_METHOD_PARAMETERS. */
  readonly optional?: true
}

export interface MethodSchema extends Lifetime {
  readonly name: string
  /** Called on the class itself, not on an instance. */
  readonly static?: true
  readonly input: readonly ParameterSchema[]
}

/** A WMI class with its members in all Windows versions. */
export interface ClassSchema extends Lifetime {
  readonly name: string
  readonly keys: readonly string[]
  readonly properties: readonly PropertySchema[]
  readonly methods: readonly MethodSchema[]
}

/** Properties of one type, their names parted by blanks. */
export const properties = (type: CimType, names: string, more: Lifetime & { array?: true } = {}): PropertySchema[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ name, type, ...more }))

/** A method with its in-parameters as "Name:type", "Name:type[]" or "Name?:type" (optional), parted by blanks. */
export const method = (name: string, input = '', more: Lifetime & { static?: true } = {}): MethodSchema => ({
  name,
  input: input
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, parameter = '', optional, type = '', array] = /^(\w+)(\?)?:(\w+)(\[\])?$/.exec(part) ?? []
      return {
        name: parameter,
        type: type as CimType,
        ...(optional ? { optional: true as const } : {}),
        ...(array ? { array: true as const } : {}),
      }
    }),
  ...more,
})

/** A class as one Windows version has it, its members found by their names in lower case. */
export interface VersionedClass {
  readonly name: string
  readonly keys: readonly string[]
  readonly properties: ReadonlyMap<string, PropertySchema>
  readonly methods: ReadonlyMap<string, MethodSchema>
}

const byName = <T extends Lifetime & { name: string }>(
  generation: Generation,
  members: readonly T[],
): ReadonlyMap<string, T> =>
  new Map(
    members
      .filter((member) => existsIn(generation, member))
      .map((member) => [member.name.toLowerCase(), member] as const),
  )

const versions = new WeakMap<ClassSchema, Map<Generation, VersionedClass | null>>()

/** The class as it is in a Windows version; null where that version lacks it. */
export const classIn = (schema: ClassSchema, generation: Generation): VersionedClass | null => {
  const known = versions.get(schema) ?? new Map<Generation, VersionedClass | null>()
  versions.set(schema, known)
  const cached = known.get(generation)
  if (cached !== undefined) return cached
  const versioned = existsIn(generation, schema)
    ? {
        name: schema.name,
        keys: schema.keys,
        properties: byName(generation, schema.properties),
        methods: byName(generation, schema.methods),
      }
    : null
  known.set(generation, versioned)
  return versioned
}
