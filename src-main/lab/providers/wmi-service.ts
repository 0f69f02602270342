import { property, type CimObject, type CimValue } from '../../wmi/cim-values.ts'
import { pathString } from '../../wmi/wql.ts'
import { labError, labHresults } from '../lab-error.ts'
import { fits } from '../schema/cim-types.ts'
import { classIn, type MethodSchema, type VersionedClass } from '../schema/class-schema.ts'
import { meets, namedIn, notNullIn } from '../wql/evaluate.ts'
import { parseWql } from '../wql/parse.ts'
import type { Scene } from '../world/scene.ts'
import { classesIn } from './all-classes.ts'
import type { Select } from '../wql/syntax.ts'
import type { Asked, ClassProvider } from './class-provider.ts'
import { parseObjectPath, type ObjectPath } from './object-path.ts'
import { isSchemaQuery, schemaRows } from './schema-query.ts'

const systemProperties = new Set(['__class', '__relpath'])

const findClass = (
  scene: Scene,
  namespace: string,
  name: string,
  operation: 'query' | 'call',
): { readonly provider: ClassProvider; readonly schema: VersionedClass } => {
  const provider = classesIn(scene.computer(), namespace)?.get(name.toLowerCase())
  const schema = provider ? classIn(provider.schema, scene.computer().os.generation) : null
  if (!provider || !schema) throw labError(operation, labHresults.wbemInvalidClass, `There is no class ${name} here.`)
  return { provider, schema }
}

const versionedClasses = (scene: Scene, namespace: string): readonly VersionedClass[] =>
  [...(classesIn(scene.computer(), namespace)?.values() ?? [])].flatMap(({ schema }) => {
    const versioned = classIn(schema, scene.computer().os.generation)
    return versioned === null ? [] : [versioned]
  })

const relativePath = (schema: VersionedClass, row: CimObject): string => {
  const keys = schema.keys.map((key) => {
    const value = property(row, key) ?? null
    return `${key}=${typeof value === 'number' ? value : pathString(String(value))}`
  })
  return keys.length === 0 ? schema.name : `${schema.name}.${keys.join(',')}`
}

/** A query as it is carried out in one Windows version. */
interface Plan extends Asked {
  /** Properties to be shown, as the class spells them. */
  readonly columns: readonly string[]
  /** The first name that the class does not know. */
  readonly unknown: string | undefined
}

const plans = new WeakMap<Select, Map<VersionedClass, Plan>>()

/** The same few queries are asked of many computers, so that what one comes to is kept for each Windows version. */
const planOf = (select: Select, schema: VersionedClass): Plan => {
  const known = plans.get(select) ?? new Map<VersionedClass, Plan>()
  plans.set(select, known)
  const plan = known.get(schema) ?? newPlan(select, schema)
  known.set(schema, plan)
  return plan
}

const newPlan = ({ columns, where }: Select, schema: VersionedClass): Plan => {
  const names = [...(columns ?? []), ...(where ? namedIn(where) : [])]
  const lower = names.map((name) => name.toLowerCase())
  return {
    columns:
      columns === null
        ? [...schema.properties.values()].map(({ name }) => name)
        : columns.flatMap((column) => schema.properties.get(column.toLowerCase())?.name ?? []),
    unknown: names.find(
      (_name, at) => !schema.properties.has(lower[at] ?? '') && !systemProperties.has(lower[at] ?? ''),
    ),
    named: columns === null ? null : new Set([...lower, ...schema.keys.map((key) => key.toLowerCase())]),
    notNull: new Set(where ? notNullIn(where).map((name) => name.toLowerCase()) : []),
  }
}

const project = (schema: VersionedClass, row: CimObject, names: readonly string[]): CimObject => {
  const picked: Record<string, CimValue> = {}
  for (const name of names) picked[name] = property(row, name) ?? null
  picked['__CLASS'] = schema.name
  picked['__RELPATH'] = relativePath(schema, row)
  return picked
}

/**
 * Answers a WQL query. documented: bad syntax 0x80041017, an unknown class 0x80041010, an unknown property in SELECT or
 * WHERE 0x80041017 (slmgr.md 0.1; WMI SDK, "WMI Error Constants"). Throws WmiError.
 */
export const runQuery = (scene: Scene, namespace: string, wql: string): readonly CimObject[] => {
  const select = parseWql(wql)
  if (!select) throw labError('query', labHresults.wbemInvalidQuery, 'The query is not valid WQL.')
  if (isSchemaQuery(select)) return schemaRows(versionedClasses(scene, namespace), select)
  const { provider, schema } = findClass(scene, namespace, select.from, 'query')
  const plan = planOf(select, schema)
  if (plan.unknown !== undefined) {
    throw labError('query', labHresults.wbemInvalidQuery, `${schema.name} has no property ${plan.unknown} here.`)
  }
  provider.prepare?.(scene, 'query')
  const { where } = select
  return provider
    .rows(scene, plan)
    .filter((row) => !where || meets(row, where))
    .map((row) => project(schema, row, plan.columns))
}

const matches = (schema: VersionedClass, row: CimObject, keys: NonNullable<ObjectPath['keys']>): boolean =>
  keys.every(({ name, value }) => {
    const held = property(row, name ?? schema.keys[0] ?? '')
    return held !== undefined && String(held).toLowerCase() === value.toLowerCase()
  })

const instanceAt = (scene: Scene, provider: ClassProvider, schema: VersionedClass, path: ObjectPath): CimObject => {
  const found =
    path.keys === null ? undefined : provider.rows(scene).find((row) => matches(schema, row, path.keys ?? []))
  if (!found) throw labError('call', labHresults.wbemNotFound, `There is no such ${schema.name}.`)
  return found
}

/**
 * Checks the parameters of a call against the schema. documented: an unknown or missing one is 0x8004102F, one of
 * another type 0x80041005 (WMI SDK, "WMI Error Constants").
 */
const checkInput = (
  method: MethodSchema,
  input: Readonly<Record<string, CimValue>>,
): Readonly<Record<string, CimValue>> => {
  const given = new Map(Object.entries(input).map(([name, value]) => [name.toLowerCase(), value]))
  const checked: Record<string, CimValue> = {}
  for (const { name, type, array, optional } of method.input) {
    const value = given.get(name.toLowerCase())
    given.delete(name.toLowerCase())
    if (value === undefined || value === null) {
      if (optional) continue
      throw labError('call', labHresults.wbemInvalidMethodParameters, `${method.name} needs ${name}.`)
    }
    if (!fits(type, array === true, value)) {
      throw labError('call', labHresults.wbemTypeMismatch, `${name} of ${method.name} is not a ${type}.`)
    }
    checked[name] = value
  }
  const [unknown] = given.keys()
  if (unknown !== undefined) {
    throw labError('call', labHresults.wbemInvalidMethodParameters, `${method.name} has no parameter ${unknown}.`)
  }
  return checked
}

/**
 * Calls a method. documented: an unknown method is 0x8004102E, a missing instance 0x80041002 (WMI SDK). assumed: an
 * instance method on a bare class is 0x80041008. Throws WmiError.
 */
export const runMethod = (
  scene: Scene,
  namespace: string,
  path: string,
  methodName: string,
  input: Readonly<Record<string, CimValue>>,
): CimObject => {
  const parsed = parseObjectPath(path)
  if (!parsed) throw labError('call', labHresults.wbemInvalidObjectPath, 'The object path is malformed.')
  const { provider, schema } = findClass(scene, namespace, parsed.className, 'call')
  const method = schema.methods.get(methodName.toLowerCase())
  if (!method || !provider.invoke) {
    throw labError('call', labHresults.wbemInvalidMethod, `${schema.name} has no method ${methodName} here.`)
  }
  if (!method.static && parsed.keys === null) {
    throw labError('call', labHresults.wbemInvalidParameter, `${method.name} is called on an instance.`)
  }
  const checked = checkInput(method, input)
  provider.prepare?.(scene, 'call')
  const instance = method.static ? null : instanceAt(scene, provider, schema, parsed)
  return { ...provider.invoke({ scene, method: method.name, instance, input: checked }), __CLASS: '__PARAMETERS' }
}

/**
 * Deletes an instance. documented: one that is not there is 0x80041002, a class that does not delete 0x80041024 (WMI SDK,
 * "WMI Error Constants"). Throws WmiError.
 */
export const removeInstance = (scene: Scene, namespace: string, path: string): void => {
  const parsed = parseObjectPath(path)
  if (!parsed?.keys) throw labError('call', labHresults.wbemInvalidObjectPath, 'This is not the path of an instance.')
  const { provider, schema } = findClass(scene, namespace, parsed.className, 'call')
  provider.prepare?.(scene, 'call')
  const instance = instanceAt(scene, provider, schema, parsed)
  if (!provider.remove) {
    throw labError('call', labHresults.wbemProviderNotCapable, `Instances of ${schema.name} cannot be deleted.`)
  }
  provider.remove(scene, instance)
}
