import type { Finding } from '../contract/models/finding.ts'
import { checkDigitFinding, type DigitIdKind, lengthFinding, strayFinding } from './digit-block-findings.ts'
import { type DigitBlock, readDigits, toBlocks } from './digit-blocks.ts'

/** An installation ID: what Windows tells for activation by telephone. It is no secret, but looks like a confirmation ID. */
export interface InstallationId {
  /** 54 digits (Windows 7 and Server 2008 R2) or 63 (Windows 8 and Server 2012 and later). */
  readonly digits: string
  readonly blockLength: 6 | 7
  /** Nine, A to I. */
  readonly blocks: readonly DigitBlock[]
  /** A warning where a block's check digit fails; it does not stop. */
  readonly findings: readonly Finding[]
}

/** What a text turned out to be: an installation ID, or problems that name the wrong block. */
export type ParsedInstallationId =
  | { readonly outcome: 'id'; readonly id: InstallationId }
  | { readonly outcome: 'malformed'; readonly findings: readonly Finding[] }

const blockCount = 9
const kindOf = (blockLength: 6 | 7): DigitIdKind => ({
  name: 'installation ID',
  check: 'installation-id',
  field: 'installationId',
  blockCount,
  blockLength,
  needs: '54 in nine blocks of 6 (Windows 7 and Server 2008 R2) or 63 in nine blocks of 7 (later Windows)',
})

const malformed = (...findings: readonly Finding[]): ParsedInstallationId => ({ outcome: 'malformed', findings })

/** Which of the two shapes was meant: by the groups where there are nine, else by the nearer number of digits. */
const likelyLength = (groups: readonly string[], count: number): 6 | 7 => {
  if (groups.length === blockCount) return groups.filter(({ length }) => length >= 7).length > 4 ? 7 : 6
  return count > 58 ? 7 : 6
}

/**
 * Reads an installation ID as Windows gives it (digits alone) or as someone noted it (with spaces, hyphens, labels).
 * Lengths and check digit: kms.md 7.
 */
export const parseInstallationId = (text: string): ParsedInstallationId => {
  const read = readDigits(text)
  if (read.text === '') {
    return malformed({
      check: 'installation-id-empty',
      level: 'problem',
      field: 'installationId',
      message: 'There is no installation ID: Windows gives none while no product key is installed.',
      remedy: 'Install the product key first, then read the installation ID again.',
    })
  }
  const blockLength = likelyLength(read.groups, read.text.length)
  const kind = kindOf(blockLength)
  const stray = strayFinding(read, kind)
  if (stray) return malformed(stray)
  const blocks = toBlocks(read.text, blockLength)
  if (read.text.length !== blockCount * blockLength) return malformed(lengthFinding(read, kind, blocks))
  const warning = checkDigitFinding(blocks, kind)
  return { outcome: 'id', id: { digits: read.text, blockLength, blocks, findings: warning ? [warning] : [] } }
}

/** The blocks on one line, to copy: "123456-234567-…". */
export const formatInstallationId = (id: InstallationId): string => id.blocks.map(({ digits }) => digits).join('-')

const spaced = (digits: string): string => [...digits].join(' ')

/** One line per block as it is read aloud, with a pause in the middle: "Block A: 1 2 3, 4 5 6". */
export const spokenInstallationId = (id: InstallationId): readonly string[] =>
  id.blocks.map(({ letter, digits }) => {
    const half = Math.ceil(digits.length / 2)
    return `Block ${letter}: ${spaced(digits.slice(0, half))}, ${spaced(digits.slice(half))}`
  })

/**
 * Compares the installation ID that was read aloud with the one read again before the confirmation ID is deposited. A
 * changed one is a problem: the confirmation ID would be refused with 0xC004F031 (kms.md 7). Null where they agree.
 */
export const changedInstallationId = (told: string, now: string): Finding | null => {
  if (readDigits(told).text === readDigits(now).text) return null
  return {
    check: 'installation-id-changed',
    level: 'problem',
    field: 'installationId',
    hresult: 0xc004f031,
    message:
      'The installation ID is not the one that the confirmation ID was made for: the product key or the hardware has changed since.',
    remedy:
      'Read out the present installation ID on the telephone and enter the confirmation ID that you are told for it.',
  }
}
