import type { Finding } from '../contract/models/finding.ts'
import { blockLetter, blockNames, type DigitBlock, type ReadDigits } from './digit-blocks.ts'

/** Names for the sentences about one kind of ID. No finding quotes its digits: a confirmation ID is a secret. */
export interface DigitIdKind {
  /** "confirmation ID" */
  readonly name: string
  /** Prefix of the checks, and the field: "confirmationId". */
  readonly check: string
  readonly field: string
  readonly blockCount: number
  readonly blockLength: number
  /** How many digits there have to be, after "it needs". */
  readonly needs: string
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A problem for signs that are no digits, with the blocks in which they stand. Undefined where there are none. */
export const strayFinding = (read: ReadDigits, kind: DigitIdKind): Finding | undefined => {
  if (read.strays.length === 0) return undefined
  const inFullBlocks = read.groups.length === kind.blockCount
  const place = (index: number): string => {
    let end = 0
    const group = read.groups.findIndex((text) => {
      end += [...text].length
      return index < end
    })
    return blockLetter(inFullBlocks ? group : Math.floor(index / kind.blockLength))
  }
  const shown = read.strays.slice(0, 3).map(({ character, index }) => `"${character}" in block ${place(index)}`)
  const more = read.strays.length > 3 ? ` and ${read.strays.length - 3} more` : ''
  const verb = read.strays.length === 1 ? 'is not a digit' : 'are not digits'
  return {
    check: `${kind.check}-character`,
    level: 'problem',
    field: kind.field,
    message: `The ${kind.name} has digits alone, but ${shown.join(', ')}${more} ${verb}.`,
    remedy: 'Look at the named blocks again: letters such as O, I, S and B are often misread digits.',
  }
}

const wrongGroups = (read: ReadDigits, kind: DigitIdKind): string => {
  if (read.groups.length !== kind.blockCount) return ''
  return read.groups
    .flatMap((group, index) =>
      group.length === kind.blockLength
        ? []
        : [` Block ${blockLetter(index)} has ${plural(group.length, 'digit')} instead of ${kind.blockLength}.`],
    )
    .join('')
}

const firstFailing = (read: ReadDigits, kind: DigitIdKind, blocks: readonly DigitBlock[]): string => {
  if (read.groups.length === kind.blockCount) return ''
  const failing = blocks.find(({ digits, checkDigitHolds }) => digits.length === kind.blockLength && !checkDigitHolds)
  return failing ? ` The blocks stop being consistent at block ${failing.letter}: look there first.` : ''
}

/** A problem for too few or too many digits, naming the block where it can be told. `blocks` are those of the whole text. */
export const lengthFinding = (read: ReadDigits, kind: DigitIdKind, blocks: readonly DigitBlock[]): Finding => {
  const short = read.text.length < kind.blockCount * kind.blockLength
  return {
    check: `${kind.check}-length`,
    level: 'problem',
    field: kind.field,
    message: `The ${kind.name} has ${plural(read.text.length, 'digit')}; it needs ${kind.needs}.${wrongGroups(read, kind)}${firstFailing(read, kind, blocks)}`,
    remedy: short ? 'Add the digits that are missing.' : 'Remove the digits that do not belong to it.',
  }
}

/** A warning that names every block whose check digit fails. Undefined where none does. */
export const checkDigitFinding = (blocks: readonly DigitBlock[], kind: DigitIdKind): Finding | undefined => {
  const failing = blocks.filter(({ checkDigitHolds }) => !checkDigitHolds).map(({ letter }) => letter)
  if (failing.length === 0) return undefined
  const verb = failing.length === 1 ? 'is' : 'are'
  return {
    check: `${kind.check}-check-digit`,
    level: 'warning',
    field: kind.field,
    message: `${blockNames(failing)} of the ${kind.name} ${verb} probably wrong: the last digit does not follow from the others.`,
    remedy:
      'Compare with the original. If they agree you can go on, because this rule was observed and is not documented.',
  }
}
