import { AppFailure } from '../../contract/app-error.ts'
import type { ChosenSetupKey, SetupKeyAdvice } from '../../contract/models/conversion.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { KeyPurpose } from '../../contract/models/product-key-check.ts'
import type { SecretRef, TargetRef } from '../../contract/models/target.ts'
import { checkProductKey } from '../../licensing/product-key-check.ts'
import { parseProductKey } from '../../licensing/product-key.ts'
import { isSetupKey, setupKeyOwner } from '../../licensing/setup-keys.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import { refuseInput } from './host-setting-steps.ts'

/** What the keys of a conversion are checked against. */
export interface ConversionKeyParts {
  readonly vault: Pick<SecretVault, 'get' | 'kindOf'>
  /** Whether a key is a fictional one of the Lab; such a key is refused outside the Lab. */
  readonly isLabKey: (key: string) => boolean
}

/** Where a key is to be used, and what a person has overruled. */
export interface KeyUse {
  readonly target: TargetRef
  /** Null while the computer is not known. */
  readonly osBuild: number | null
  readonly overruled: readonly string[]
}

/** A key that a step may install: a published one stands in the step, any other stays in the vault. */
export type UsableKey = { readonly lastFive: string; readonly findings: readonly Finding[] } & (
  { readonly setupKey: string } | { readonly ref: SecretRef }
)

const invalid = (field: string, message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field, message, remedy, retryable: false })

/** Checks a typed key for its purpose. Throws AppFailure with its field for what stops or was not overruled. */
export const checkTyped = (
  ref: SecretRef,
  purpose: Exclude<KeyPurpose, 'kms-host' | 'any'>,
  use: KeyUse,
  { vault, isLabKey }: ConversionKeyParts,
) => {
  const field = purpose === 'mak' ? 'mak' : 'setupKey'
  const typed = vault.get(ref)
  if (vault.kindOf(ref) !== 'product-key')
    throw invalid(field, 'This is not a product key.', 'Enter the product key again.')
  const inLab = use.target.place === 'lab'
  const { findings, lastFive } = checkProductKey({
    typed,
    purpose,
    labKey: isLabKey(typed),
    inLab,
    osBuild: use.osBuild,
  })
  const inTheWay = findings.find(
    ({ level, check }) => level === 'problem' || (level === 'warning' && !use.overruled.includes(check)),
  )
  if (inTheWay) throw refuseInput({ ...inTheWay, field })
  if (lastFive === null) throw invalid(field, 'The key cannot be read.', 'Enter the product key again.')
  return { typed, lastFive, findings: findings.filter(({ level }) => level !== 'ok') }
}

/** The multiple activation key of a conversion. Throws AppFailure, field `mak`. */
export const usableMak = (
  ref: SecretRef,
  use: KeyUse,
  parts: ConversionKeyParts,
): { readonly lastFive: string; readonly findings: readonly Finding[] } => checkTyped(ref, 'mak', use, parts)

const fittingKeys = ({ suggestion }: SetupKeyAdvice): readonly string[] | null => {
  switch (suggestion.outcome) {
    case 'one':
      return [suggestion.choice, ...suggestion.ifRefused].map(({ key }) => key)
    case 'several':
      return suggestion.candidates.map(({ key }) => key)
    case 'none':
      return null
  }
}

/** A published key must be one of those that fit; where the list has none for the edition, Windows decides. */
const publishedKey = (text: string, advice: SetupKeyAdvice): UsableKey => {
  const owner = setupKeyOwner(text)
  const fitting = fittingKeys(advice)
  if (fitting !== null && !fitting.includes(text))
    throw invalid(
      'setupKey',
      `This is the client setup key of ${owner ?? 'another product'}, but the computer runs ${advice.basis}.`,
      'Use the client setup key of the edition that the computer runs.',
    )
  const lastFive = text.slice(-5)
  const doubtful: readonly Finding[] =
    fitting === null
      ? [
          {
            check: 'key-of-other-release',
            level: 'warning',
            field: 'setupKey',
            message: `This is the client setup key of ${owner ?? 'another product'}, and Windows may refuse it here: ${advice.basis}.`,
            remedy: 'If Windows refuses it, the computer keeps the key that it has.',
          },
        ]
      : []
  return { setupKey: text, lastFive, findings: doubtful }
}

const suggestedKey = ({ suggestion, basis }: SetupKeyAdvice): UsableKey => {
  switch (suggestion.outcome) {
    case 'one':
      return { setupKey: suggestion.choice.key, lastFive: suggestion.choice.key.slice(-5), findings: [] }
    case 'several':
      throw invalid(
        'setupKey',
        `Several client setup keys may fit: ${basis}.`,
        'Choose the key of the edition that the computer runs.',
      )
    case 'none':
      throw invalid('setupKey', suggestion.reason, suggestion.remedy)
  }
}

/**
 * The client setup key of a conversion. Throws AppFailure, field `setupKey`, for a key of another edition, for one that is
 * not published and was not overruled, and for what is no key.
 */
export const usableSetupKey = (
  chosen: ChosenSetupKey,
  advice: SetupKeyAdvice,
  use: KeyUse,
  parts: ConversionKeyParts,
): UsableKey => {
  if (chosen.from === 'suggested') return suggestedKey(advice)
  if (chosen.from === 'published') {
    const parsed = parseProductKey(chosen.key)
    if (parsed.outcome === 'key' && isSetupKey(parsed.key.text)) return publishedKey(parsed.key.text, advice)
    throw invalid('setupKey', 'This is no published client setup key.', 'Choose one of the list, or type a key.')
  }
  const { typed, lastFive, findings } = checkTyped(chosen.ref, 'kms-client', use, parts)
  const parsed = parseProductKey(typed)
  if (parsed.outcome === 'key' && isSetupKey(parsed.key.text)) return publishedKey(parsed.key.text, advice)
  return { ref: chosen.ref, lastFive, findings }
}
