import type { ConfirmationIdCheck } from '../contract/models/host-input-checks.ts'
import { parseConfirmationId } from './confirmation-id.ts'

/** What can be told about a typed confirmation ID without the computer. No digit of it is in the answer. */
export const checkConfirmationId = (typed: string): ConfirmationIdCheck => {
  const { outcome, blocks, findings } = parseConfirmationId(typed)
  return {
    complete: outcome === 'id',
    blocks: blocks.map(({ letter, digits, checkDigitHolds }) => ({ letter, length: digits.length, checkDigitHolds })),
    findings: [...findings],
  }
}
