import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { AppFailure } from '../contract/app-error.ts'
import type { SecretRef } from '../contract/models/target.ts'

/** What a secret is, which decides how it is masked and whether it can be compared after a restart. */
export type SecretKind = 'product-key' | 'password' | 'confirmation-id' | 'tsig-secret'

/** Secrets in memory. Nothing of it is ever written; the references die with the process. */
export interface SecretVault {
  /** Keeps a secret. `lastFive` is what may be shown of a product key; null for everything else. */
  put(kind: SecretKind, value: string): { readonly ref: SecretRef; readonly lastFive: string | null }
  /** The secret itself. Throws AppFailure `secret-missing` where the reference is unknown or was forgotten. */
  get(ref: SecretRef): string
  /** The kind of a secret, or null where the reference is unknown. */
  kindOf(ref: SecretRef): SecretKind | null
  /** Drops a secret. Unknown references are ignored. */
  forget(ref: SecretRef): void
  /**
   * A keyed hash (HMAC-SHA-256, hex) by which a product key is recognised after a restart. Null for passwords, TSIG secrets and
   * confirmation IDs: a weak password could be guessed from it, so those are asked again and simply tried.
   */
  fingerprint(ref: SecretRef): string | null
  /** Whether a secret is the one that a fingerprint was made of. */
  matches(ref: SecretRef, fingerprint: string): boolean
  /** Every secret in memory, for the redaction of texts that are about to be written down or shown. */
  values(): readonly string[]
}

/** Upper case without anything that is not a letter or a digit: two ways of typing one key are the same key. */
const bare = (value: string): string => value.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What may be shown: the last five characters of something long enough to be a key, nothing of anything shorter. */
const lastFiveOf = (value: string): string | null => {
  const characters = bare(value)
  return characters.length >= 20 ? characters.slice(-5) : null
}

/** Makes an empty vault. `comparisonKey` is the installation's own random key (comparison-key.ts). */
export const createSecretVault = (comparisonKey: Buffer): SecretVault => {
  const secrets = new Map<SecretRef, { readonly kind: SecretKind; readonly value: string }>()
  const fingerprint = (ref: SecretRef): string | null => {
    const secret = secrets.get(ref)
    if (secret?.kind !== 'product-key') return null
    return createHmac('sha256', comparisonKey).update(bare(secret.value)).digest('hex')
  }
  return {
    put: (kind, value) => {
      const ref = `secret:${randomUUID()}`
      secrets.set(ref, { kind, value })
      return { ref, lastFive: kind === 'product-key' ? lastFiveOf(value) : null }
    },
    get: (ref) => {
      const secret = secrets.get(ref)
      if (secret) return secret.value
      throw new AppFailure({
        code: 'secret-missing',
        message: 'Something secret that was entered before is no longer in memory.',
        remedy: 'Enter it again.',
        retryable: false,
      })
    },
    kindOf: (ref) => secrets.get(ref)?.kind ?? null,
    forget: (ref) => {
      secrets.delete(ref)
    },
    fingerprint,
    matches: (ref, expected) => {
      const actual = fingerprint(ref)
      if (actual === null || !/^[0-9a-f]{64}$/.test(expected)) return false
      return timingSafeEqual(Buffer.from(actual, 'hex'), Buffer.from(expected, 'hex'))
    },
    values: () => [...secrets.values()].map(({ value }) => value),
  }
}
