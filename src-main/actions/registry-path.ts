import { z } from 'zod'
import type { CounterStep } from './action.ts'

const hasControlCharacter = (text: string): boolean => [...text].some((sign) => sign < ' ' || sign === '\u007f')

/** A key below HKEY_LOCAL_MACHINE, written without the hive: `SOFTWARE\Contoso\Kit`. */
export const MachineKeyPath = z
  .string()
  .min(1)
  .max(1024)
  .refine((path) => path.split('\\').every((part) => part.length > 0 && part.length <= 255), 'has an empty part')
  .refine((path) => !hasControlCharacter(path), 'has control characters')
  .refine((path) => !/^(HKEY_|HKLM\\|HKCU\\)/i.test(path), 'is written without the hive')

/** Name of a registry value; the nameless default value is not among them. */
export const ValueName = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !hasControlCharacter(name), 'has control characters')

/** What a value held before, for the journal and the way back; null where there was none. */
export const PreviousValue = z
  .object({
    type: z.enum(['REG_SZ', 'REG_DWORD', 'REG_MULTI_SZ', 'other']),
    data: z.union([z.string(), z.number(), z.array(z.string()).readonly(), z.null()]),
  })
  .strict()
  .nullable()
export type PreviousValue = z.infer<typeof PreviousValue>

/** The step that puts a registry value back; null where its type cannot be written by one. */
export const putValueBack = (
  { path, name }: { readonly path: string; readonly name: string },
  previous: PreviousValue,
): readonly CounterStep[] | null => {
  if (previous === null) return [{ kind: 'registry.remove-value', params: { path, name } }]
  const { type, data } = previous
  const isWritable =
    (type === 'REG_SZ' && typeof data === 'string') || (type === 'REG_DWORD' && typeof data === 'number')
  return isWritable ? [{ kind: 'registry.set-value', params: { path, name, type, data } }] : null
}

/** A previous value in words. */
export const describePrevious = (previous: PreviousValue): string => {
  if (previous === null) return 'there was no such value before'
  const { type, data } = previous
  if (data === null) return `it was a ${type} before`
  return `it was ${type} "${Array.isArray(data) ? data.join('; ') : data}" before`
}
