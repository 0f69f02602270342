import { nameList } from '../../../format/name-list.ts'
import { telephone as words } from '../../../strings/telephone.ts'
import { blockLength, letterOf } from './confirmation-blocks.ts'
import type { ConfirmationState } from './confirmation-state.ts'

/** What is wrong with the block that was found unfit, with its letter; null where none was. No digit is quoted. */
export const unfitText = ({ unfit, blocks }: ConfirmationState): string | null => {
  if (unfit === null) return null
  const letter = letterOf(unfit)
  const block = blocks[unfit] ?? ''
  if (/\D/.test(block)) return words.noDigits(letter)
  return block.length > blockLength ? words.tooLong(letter, block.length) : words.tooShort(letter, block.length)
}

/** The warning about blocks whose check digit does not hold; null where all hold. */
export const doubtfulText = ({ doubtful }: ConfirmationState): string | null =>
  doubtful.length === 0 ? null : words.doubtful(nameList(doubtful.map(letterOf)), doubtful.length)
