import type { CimObject } from '../../wmi/cim-values.ts'
import type { VersionedClass } from '../schema/class-schema.ts'
import { meets } from '../wql/evaluate.ts'
import type { Select } from '../wql/syntax.ts'

/** Whether a query asks for classes and not for instances (WMI SDK, "Querying with WQL", schema queries). */
export const isSchemaQuery = ({ from }: Select): boolean => from.toLowerCase() === 'meta_class'

/**
 * Answers a schema query. documented: each class that meets the condition comes as an object with its properties, all
 * of them without a value; `__CLASS` is its name.
 */
export const schemaRows = (classes: readonly VersionedClass[], { where }: Select): readonly CimObject[] =>
  classes
    .map((one): CimObject => {
      const empty = [...one.properties.values()].map(({ name }) => [name, null] as const)
      return { ...Object.fromEntries(empty), __CLASS: one.name, __RELPATH: one.name }
    })
    .filter((row) => where === null || meets(row, where))
