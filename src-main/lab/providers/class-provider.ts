import type { CimObject, CimValue } from '../../wmi/cim-values.ts'
import type { ClassSchema } from '../schema/class-schema.ts'
import type { Scene } from '../world/scene.ts'
import type { Computer } from '../world/state.ts'

/** A method call whose class, method, instance and parameters are already checked against the schema. */
export interface MethodCall {
  readonly scene: Scene
  /** The method's name as the schema spells it. */
  readonly method: string
  /** The instance it is called on; null for a static method. */
  readonly instance: CimObject | null
  /** In-parameters by their names as the schema spells them; missing ones are absent. */
  readonly input: Readonly<Record<string, CimValue>>
}

/** What a query asks for, by names in lower case: a provider may leave out what takes long and is not asked for. */
export interface Asked {
  /** Properties that are shown or compared; null for all. */
  readonly named: ReadonlySet<string> | null
  /** Properties that are null in no instance that is wanted. */
  readonly notNull: ReadonlySet<string>
}

/** Where one class gets its instances from, and what its methods do. */
export interface ClassProvider {
  readonly schema: ClassSchema
  /** Namespaces that hold the class, in lower case. */
  readonly namespaces: readonly string[]
  /** Whether a computer has the class at all (a server role); always, where absent. */
  installed?(computer: Computer): boolean
  /** Brings the scene to where the class can answer. Throws WmiError. */
  prepare?(scene: Scene, operation: 'query' | 'call'): void
  /** All instances, or at least what is asked of them. Properties left out are null. */
  rows(scene: Scene, asked?: Asked): readonly CimObject[]
  /** Deletes an instance; a class without this cannot. Throws WmiError. */
  remove?(scene: Scene, instance: CimObject): void
  /** Runs a method. Throws WmiError. */
  invoke?(call: MethodCall): CimObject
}

export const cimv2 = 'root\\cimv2'
export const rootDefault = 'root\\default'
export const microsoftDns = 'root\\microsoftdns'
export const directoryLdap = 'root\\directory\\ldap'
export const standardCimv2 = 'root\\standardcimv2'

/** What a method of the licensing classes answers: they raise an error or return 0 (slmgr.md 1.2). */
export const done: CimObject = { ReturnValue: 0 }

/** A parameter as text; "" where it is absent or null. */
export const textInput = ({ input }: MethodCall, name: string): string => {
  const value = input[name]
  return typeof value === 'string' ? value : ''
}

export const numberInput = ({ input }: MethodCall, name: string): number => Number(input[name] ?? 0)

export const flagInput = ({ input }: MethodCall, name: string): boolean => input[name] === true
