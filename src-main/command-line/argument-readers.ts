import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { readPort } from '../licensing/host-setting-input.ts'
import { parseProductKey, type ProductKey } from '../licensing/product-key.ts'
import { quoteInput } from '../licensing/quote-input.ts'
import { isSetupKey } from '../licensing/setup-keys.ts'
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

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i

/** A GUID in small letters without braces. Throws AppFailure `invalid-input`; slmgr itself checks no form (slmgr.md 1.1). */
export const readGuid = (field: 'activation ID' | 'application ID', typed: string): string => {
  const found = guid.exec(typed.trim())?.[1]
  if (found !== undefined) return found.toLowerCase()
  throw refusedArgument(
    field,
    `${quoteInput(typed)} is no ${field}: it has to be a GUID.`,
    `Copy the ${field} from the output of /dlv, for example 55c92734-d682-4d71-983e-d6ec3f16059f.`,
  )
}

/** An activation ID, or null where none was typed. */
export const readActivationId = (typed: string | undefined): string | null =>
  typed === undefined ? null : readGuid('activation ID', typed)

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

/** Whether a key is a published client setup key, and so no secret. */
export const isPublished = (key: ProductKey): boolean => isSetupKey(key.text)

/** What /skms takes apart: `NAME`, `NAME:PORT`, `:PORT` or `[IPv6]:PORT`. Null stands for what was not typed. */
export interface TypedKmsHost {
  readonly host: string | null
  readonly port: number | null
}

/**
 * Takes the argument of /skms apart (slmgr.md 1.4). Unlike slmgr, which splits at the first colon, an IPv6 address without
 * brackets is refused, and a port has to be a whole number from 1 to 65535. Throws AppFailure `invalid-input`.
 */
export const readKmsHost = (typed: string): TypedKmsHost => {
  const text = typed.trim()
  const [, bracketed, plain, rest] = /^(?:(\[[^\]]*\])|([^:[]*))(.*)$/s.exec(text) ?? []
  const name = bracketed ?? plain ?? ''
  if (rest !== undefined && rest !== '' && (!rest.startsWith(':') || rest.slice(1).includes(':')))
    throw refusedArgument(
      'KMS host',
      `${quoteInput(text)} is no KMS host with a port.`,
      'Type NAME, NAME:PORT or :PORT, and put an IPv6 address in square brackets.',
    )
  const port = rest ? valueOrThrow(readPort(rest.slice(1))) : null
  if (name === '' && port === null)
    throw refusedArgument('KMS host', 'The KMS host is empty.', 'Type NAME, NAME:PORT or :PORT.')
  return { host: name || null, port }
}
