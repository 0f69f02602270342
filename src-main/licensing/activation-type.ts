import type { ActivationType, LicensedProduct } from '../contract/models/license-snapshot.ts'

/** ActivationType of SetVLActivationTypeEnabled; 0 is no value for the method: all ways are allowed by clearing it (slmgr.md 1.4). */
export const activationTypeNumbers: Readonly<Record<ActivationType, number>> = {
  all: 0,
  'active-directory': 1,
  kms: 2,
  token: 3,
}

const byNumber: readonly ActivationType[] = ['all', 'active-directory', 'kms', 'token']

/** VLActivationTypeEnabled as a word; anything but 1, 2 and 3 allows all ways (slmgr.md 3.4a). Null where the class lacks it. */
export const configuredActivationType = (value: number | null): ActivationType | null =>
  value === null ? null : (byNumber[value] ?? 'all')

/** VLActivationType as a word; null where no volume activation was made or the class lacks it (slmgr.md 7.3). */
export const lastActivationType = (value: number | null): LicensedProduct['activatedBy'] => {
  const type = byNumber[value ?? 0] ?? 'all'
  return type === 'all' ? null : type
}

const words: Readonly<Record<ActivationType, string>> = {
  all: 'all ways',
  'active-directory': 'Active Directory alone',
  kms: 'KMS alone',
  token: 'tokens alone',
}

/** The allowed ways in a sentence: "activation by KMS alone". */
export const activationTypeWords = (type: ActivationType): string => `activation by ${words[type]}`
