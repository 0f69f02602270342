import type { SrvChange } from '../contract/models/dns.ts'

/** A secret that is asked for where the exported plan runs. Its value is never known here. */
export interface AskedSecret {
  readonly secret: string
  readonly kind: 'product-key' | 'confirmation-id'
  /** The last five characters of the key that is meant; null where they say nothing. */
  readonly lastFive: string | null
}

/** An argument: known, or asked for. */
export type Value = string | number | boolean | AskedSecret

/** What a method of the licensing classes is called on (slmgr.md 1.2). */
export type LicensingOn =
  | { readonly on: 'service' }
  /** A product by its activation ID, with or without a key. */
  | { readonly on: 'product'; readonly activationId: string }

/** A product with a key: by the key's end, by its activation ID, or, with null, the Windows that runs (slmgr.md 2.3). */
export type KeyedProduct = { readonly lastFive: string } | { readonly activationId: string | null }

/** A question to root\cimv2 that tells whether a deed worked, in every language of Windows. */
export interface Proof {
  readonly wql: string
  /** Whether rows are to be there. */
  readonly expect: 'some' | 'none'
  /** The sentence for the other case. */
  readonly otherwise: string
}

/** An option of slmgr with what stands behind it. */
export interface SlmgrOption {
  readonly option: string
  readonly args: readonly Value[]
}

/** One call of a method with its named parameters. */
export interface MethodCall {
  readonly method: string
  readonly input: Readonly<Record<string, Value>>
}

/** A registry value of the machine: null deletes it. */
export type RegistryData =
  | { readonly type: 'REG_SZ'; readonly data: string }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }

/**
 * What an exported step does, said once for all formats: each action of the catalogue becomes one or more of these, and each
 * format writes each of them in its own language.
 */
export type Deed =
  | {
      readonly deed: 'licensing'
      readonly on: LicensingOn
      readonly calls: readonly MethodCall[]
      readonly slmgr: SlmgrOption
      readonly proof: Proof | null
      /** Whether it works at the computer itself alone (slmgr.md 4). */
      readonly localOnly: boolean
    }
  | { readonly deed: 'install-key'; readonly key: Value; readonly lastFive: string; readonly proof: Proof | null }
  | { readonly deed: 'uninstall-key'; readonly activationId: string | null }
  /** The published client setup key of the edition that the computer runs, decided there. */
  | { readonly deed: 'setup-key' }
  | { readonly deed: 'activate'; readonly product: KeyedProduct }
  /** Activates what is a KMS client: Windows, or else another product such as Office. */
  | { readonly deed: 'activate-client' }
  | { readonly deed: 'read-installation-id'; readonly product: KeyedProduct }
  | { readonly deed: 'deposit-confirmation-id'; readonly product: KeyedProduct; readonly confirmationId: AskedSecret }
  | { readonly deed: 'directory-installation-id'; readonly key: AskedSecret }
  | { readonly deed: 'prove'; readonly proof: Proof }
  /** Shows what a question answers; slmgr shows it in its own words. */
  | { readonly deed: 'show'; readonly wql: string; readonly slmgr: SlmgrOption }
  | { readonly deed: 'licence-file'; readonly fileName: string }
  | { readonly deed: 'licence-files' }
  | { readonly deed: 'remove-token-licence'; readonly ilid: string; readonly ilvid: number }
  | { readonly deed: 'registry'; readonly path: string; readonly name: string; readonly value: RegistryData | null }
  | { readonly deed: 'suffixes'; readonly suffixes: readonly string[] }
  | { readonly deed: 'restart-licensing' }
  | { readonly deed: 'firewall-group'; readonly resource: string; readonly on: boolean }
  /** Rules of one's own: those of the same name are deleted first, so that each is there once. */
  | { readonly deed: 'firewall-rule'; readonly name: string; readonly add: string }
  | { readonly deed: 'srv'; readonly domain: string; readonly zone: string; readonly change: SrvChange }
  | { readonly deed: 'published'; readonly domains: readonly string[] | null }
  | { readonly deed: 'generalize' }
  /** What no format can do; `lines` are commands for another tool. */
  | { readonly deed: 'by-hand'; readonly reason: string; readonly lines: readonly string[] }

/** The secrets that a deed asks for, in their order. */
export const askedBy = (deed: Deed): readonly AskedSecret[] => {
  const asked = (values: readonly Value[]): readonly AskedSecret[] =>
    values.filter((value): value is AskedSecret => typeof value === 'object')
  switch (deed.deed) {
    case 'licensing':
      return asked(deed.calls.flatMap(({ input }) => Object.values(input)))
    case 'install-key':
    case 'directory-installation-id':
      return asked([deed.key])
    case 'deposit-confirmation-id':
      return [deed.confirmationId]
    default:
      return []
  }
}
