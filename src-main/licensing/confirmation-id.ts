import type { Finding } from '../contract/models/finding.ts'
import { checkDigitFinding, type DigitIdKind, lengthFinding, strayFinding } from './digit-block-findings.ts'
import { type DigitBlock, readDigits, toBlocks } from './digit-blocks.ts'
import { parseInstallationId } from './installation-id.ts'
import { confirmationIdMask } from './redaction.ts'

/** What a typed text turned out to be. A confirmation ID is a secret: findings never quote its digits. */
export type ParsedConfirmationId =
  | {
      readonly outcome: 'id'
      /** 48 digits without anything between them, as slmgr and WMI want them. */
      readonly digits: string
      /** Eight blocks of six, A to H. */
      readonly blocks: readonly DigitBlock[]
      /** A warning where a block's check digit fails; it does not stop. */
      readonly findings: readonly Finding[]
    }
  | {
      readonly outcome: 'malformed'
      /** What could be read, cut into blocks of six, so that nothing typed is lost. */
      readonly blocks: readonly DigitBlock[]
      readonly findings: readonly Finding[]
    }

const kind: DigitIdKind = {
  name: 'confirmation ID',
  check: 'confirmation-id',
  field: 'confirmationId',
  blockCount: 8,
  blockLength: 6,
  needs: '48 in eight blocks of 6',
}

const empty: Finding = {
  check: 'confirmation-id-empty',
  level: 'problem',
  field: kind.field,
  message: 'The confirmation ID is empty.',
  remedy: 'Enter the eight blocks of six digits that you are told on the telephone.',
}

const installationIdTyped: Finding = {
  check: 'confirmation-id-is-installation-id',
  level: 'problem',
  field: kind.field,
  message: 'This is the installation ID, which you read out. The confirmation ID is what you are told in return.',
  remedy: 'Enter the eight blocks of six digits that you are told on the telephone.',
}

const looksLikeInstallationId = (text: string): boolean => {
  const parsed = parseInstallationId(text)
  return parsed.outcome === 'id' && parsed.id.findings.length === 0
}

/**
 * Reads a confirmation ID as typed block by block or pasted as a whole, with spaces, hyphens, labels and line breaks.
 * 48 digits are required; a block whose check digit fails is a warning (kms.md 7). Whether it belongs to the
 * installation ID only Windows can tell, which then refuses it with 0xC004F031.
 */
export const parseConfirmationId = (typed: string): ParsedConfirmationId => {
  const read = readDigits(typed)
  const blocks = toBlocks(read.text, kind.blockLength)
  if (read.text === '') return { outcome: 'malformed', blocks, findings: [empty] }
  const stray = strayFinding(read, kind)
  if (stray) return { outcome: 'malformed', blocks, findings: [stray] }
  if (read.text.length !== kind.blockCount * kind.blockLength) {
    const finding = looksLikeInstallationId(typed) ? installationIdTyped : lengthFinding(read, kind, blocks)
    return { outcome: 'malformed', blocks, findings: [finding] }
  }
  const warning = checkDigitFinding(blocks, kind)
  return { outcome: 'id', digits: read.text, blocks, findings: warning ? [warning] : [] }
}

/** A confirmation ID for a log, the journal or a printed command line: nothing of it is shown, only whether there is one. */
export const maskConfirmationId = (typed: string): string => (typed.trim() === '' ? '' : confirmationIdMask)
