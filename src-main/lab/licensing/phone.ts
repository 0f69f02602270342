import { labError, labHresults } from '../lab-error.ts'
import { digitsFrom, randomFrom } from '../random.ts'
import type { Scene } from '../world/scene.ts'
import type { Computer, OsFacts } from '../world/state.ts'
import { markActivated } from './activate.ts'

/** observed: the last digit of a block is the weighted sum of the others, odd places once and even twice, modulo 7 (kms.md 7). */
export const withCheckDigit = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return `${digits}${sum % 7}`
}

const blocks = (seed: string, count: number, length: number): string => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => withCheckDigit(digitsFrom(random, length - 1))).join('')
}

/** An installation ID that depends on a text alone, of the length that a Windows version gives it. */
export const installationIdFrom = (seed: string, { generation }: OsFacts): string =>
  blocks(`iid ${seed}`, 9, generation === '7' ? 6 : 7)

/**
 * Installation ID of a product with a key; null without one. documented: nine blocks, of six digits on 7 and 2008 R2,
 * of seven from 8 on (kms.md 7). It changes with the key and the hardware.
 */
export const installationId = ({ os, licensing }: Computer, activationId: string): string | null => {
  const product = licensing.products[activationId]
  if (!product || product.partialKey === null) return null
  return installationIdFrom(`${activationId} ${product.productKeyId} ${licensing.hardwareId}`, os)
}

/**
 * The confirmation ID that the Lab's telephone line tells for an installation ID, as it was read out: with or without
 * blanks and hyphens. It is fictional: eight blocks of six, which the Lab alone accepts.
 */
export const labConfirmationId = (installation: string): string =>
  blocks(`cid ${installation.replace(/\D/g, '')}`, 8, 6)

/**
 * Checks a confirmation ID against the installation ID that it is for. documented: 0xC004F02C for anything but 48 digits,
 * 0xC004F031 where the two do not belong together (error-codes.json). Throws WmiError.
 */
export const checkConfirmation = (installation: string, confirmation: string): void => {
  const digits = confirmation.replace(/[\s-]/g, '')
  if (!/^\d{48}$/.test(digits)) {
    throw labError('call', labHresults.confirmationFormat, 'The confirmation ID is not 48 digits long.')
  }
  if (digits === labConfirmationId(installation)) return
  throw labError('call', labHresults.confirmationMismatch, 'The confirmation ID is not for this installation ID.')
}

/** DepositOfflineConfirmationId; the installation ID must be the product's own. Throws WmiError. */
export const depositConfirmation = (
  scene: Scene,
  activationId: string,
  installation: string,
  confirmation: string,
): void => {
  const expected = installationId(scene.computer(), activationId)
  if (expected === null) {
    throw labError('call', labHresults.noProductKey, 'No product key is installed for this product.')
  }
  checkConfirmation(expected, confirmation)
  if (installation !== expected) {
    throw labError('call', labHresults.confirmationMismatch, 'The confirmation ID is not for this installation ID.')
  }
  markActivated(scene, activationId)
}
