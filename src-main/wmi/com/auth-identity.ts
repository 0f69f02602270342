import type { Credential } from '../wmi-session.ts'
import type { ComLibrary } from './com-library.ts'
import type { Address } from './koffi-types.ts'
import { allocate, wipe, writeBytes } from './native-memory.ts'

/** User and domain as COAUTHIDENTITY wants them. */
export interface AccountName {
  readonly user: string
  readonly domain: string
}

/**
 * Splits an account name. `DOMAIN\user` has a domain, `.\user` means the target itself, `user@domain` goes whole into
 * the user field with an empty domain (COAUTHIDENTITY, wtypesbase.h).
 */
export const splitAccount = (account: string, host: string): AccountName => {
  const slash = account.indexOf('\\')
  if (slash < 0) return { user: account, domain: '' }
  const domain = account.slice(0, slash)
  const user = account.slice(slash + 1)
  if (domain !== '.') return { user, domain }
  return { user, domain: /^[\d.]+$|:/.test(host) ? '' : (host.split('.')[0] ?? '') }
}

/** Account name for ConnectServer, with the domain in front where there is one. */
export const qualifiedAccount = ({ user, domain }: AccountName): string => (domain === '' ? user : `${domain}\\${user}`)

const structBytes = 48
const unicode = 2

/**
 * A COAUTHIDENTITY in native memory. COM keeps the address and reads it again with every call, so it lives until the
 * last pointer that was given it has been released: `retain` per pointer, `drop` after its Release. Then it is wiped.
 */
export class AuthIdentity {
  readonly address: Address
  readonly #library: ComLibrary
  readonly #texts: readonly { readonly address: Address; readonly bytes: number }[]
  #users = 1

  constructor(library: ComLibrary, account: AccountName, password: Credential['password']) {
    this.#library = library
    this.#texts = [account.user, account.domain, password].map((text) => {
      const bytes = (text.length + 1) * 2
      const address = allocate(library, bytes)
      writeBytes(library, address, Buffer.from(text, 'utf16le'))
      return { address, bytes }
    })
    this.address = allocate(library, structBytes)
    this.#texts.forEach((text, index) => {
      library.koffi.encode(this.address, index * 16, 'uint64', text.address)
      library.koffi.encode(this.address, index * 16 + 8, 'uint32', text.bytes / 2 - 1)
    })
    library.koffi.encode(this.address, 44, 'uint32', unicode)
    library.ledger.identities += 1
  }

  /** Notes one more pointer that uses this identity. */
  retain(): void {
    this.#users += 1
  }

  /** Notes that a pointer has been released; the last one wipes and frees the memory. */
  drop(): void {
    this.#users -= 1
    if (this.#users !== 0) return
    for (const { address, bytes } of this.#texts) {
      wipe(this.#library, address, bytes)
      this.#library.koffi.free(address)
    }
    this.#library.koffi.free(this.address)
    this.#library.ledger.identities -= 1
  }
}
