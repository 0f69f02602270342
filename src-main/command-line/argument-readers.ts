import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { guidFault, plainGuid } from '../licensing/activation-id.ts'
import { parseKmsHostArgument } from '../licensing/kms-client-input.ts'
import { parseProductKey, type ProductKey } from '../licensing/product-key.ts'
import type { TypedSecret } from './slmgr-option.ts'

/** What a refused argument throws: what is wrong with which one, and what to type instead. */
export const refusedArgument = (field: string, message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', message, remedy, field, retryable: false })

/** The value of a setting that was read, or the finding as AppFailure `invalid-input`. */
export const valueOrThrow = (
  read:
    { readonly outcome: 'value'; readonly value: number } | { readonly outcome: 'refused'; readonly finding: Finding },
): number => {
  if (read.outcome === 'value') return read.value
  const { field = 'argument', message, remedy = '' } = read.finding
  throw refusedArgument(field, message, remedy)
}

/** A GUID in small letters without braces. Throws AppFailure `invalid-input`; slmgr itself checks no form (slmgr.md 1.1). */
export const readGuid = (field: 'activationId' | 'applicationId', typed: string): string => {
  const fault = guidFault(typed, field)
  if (fault !== null) throw new AppFailure(fault)
  return plainGuid(typed)
}

/** An activation ID, or null where none was typed. */
export const readActivationId = (typed: string | undefined): string | null =>
  typed === undefined ? null : readGuid('activationId', typed)

/** A product key. Throws AppFailure `invalid-input` that says which character is wrong; the key itself stands in no text. */
export const readKey = (typed: string): ProductKey => {
  const parsed = parseProductKey(typed)
  if (parsed.outcome === 'key') return parsed.key
  const [fault] = parsed.faults
  throw refusedArgument('product key', fault?.message ?? 'This is no product key.', fault?.remedy ?? 'Type it again.')
}

/** The name under which a step finds the product key. */
export const keyName = 'productKey'

/** A product key as a secret. */
export const keySecret = (key: ProductKey): TypedSecret => ({
  name: keyName,
  kind: 'product-key',
  label: 'the product key',
  value: key.text,
})

/** What /skms takes apart. Null stands for what was not typed. Throws AppFailure `invalid-input`. */
export const readKmsHost = (typed: string): { readonly host: string | null; readonly port: number | null } => {
  const parsed = parseKmsHostArgument(typed)
  if (parsed.outcome === 'malformed') throw new AppFailure(parsed.error)
  const { host, port } = parsed
  return { host, port }
}
