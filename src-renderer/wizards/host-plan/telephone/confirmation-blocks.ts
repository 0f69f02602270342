/** How many digits a block of a confirmation ID has, and how many blocks there are: A to H (kms.md 7). */
export const blockLength = 6
export const blockCount = 8

/** What stands in the eight fields, right or wrong. */
export type Blocks = readonly string[]

export const emptyBlocks: Blocks = Array.from({ length: blockCount }, () => '')

/** The letter of the block with this index: A for 0. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index)

const separators = /[\s\p{Pd}\u2212.,;:/]+/gu
const sixDigits = /(?<![0-9A-Za-z])\d{6}(?![0-9A-Za-z])/g

/** Characters laid over the fields from one field on. What is too much stays in the last field, so that nothing is lost. */
const spread = (blocks: Blocks, from: number, characters: string): Blocks =>
  blocks.map((block, index) => {
    if (index < from) return block
    const start = (index - from) * blockLength
    const end = index === blockCount - 1 ? characters.length : start + blockLength
    return start < characters.length ? characters.slice(start, end) : block
  })

/**
 * The fields after text was pasted into one of them. A whole confirmation ID fills all fields whichever has the focus,
 * also with labels around its blocks. Shorter text fills the fields from that one on.
 */
export const pasteBlocks = (blocks: Blocks, at: number, text: string): Blocks => {
  const labelled = text.match(sixDigits) ?? []
  if (labelled.length === blockCount) return labelled
  const characters = text.trim().replaceAll(separators, '')
  const whole = characters.length >= blockCount * blockLength
  return whole ? spread(emptyBlocks, 0, characters) : spread(blocks, at, characters)
}

/** The fields after typing into one of them. More than six characters run on into the next field where that is empty. */
export const typeBlock = (blocks: Blocks, at: number, text: string): Blocks => {
  const characters = text.replaceAll(separators, '')
  const next = blocks[at + 1]
  return characters.length > blockLength && next === ''
    ? spread(blocks, at, characters)
    : blocks.map((block, index) => (index === at ? characters : block))
}

/** The field that takes the focus after a change: the first one from `at` on that is not full; the last one otherwise. */
export const nextField = (blocks: Blocks, at: number): number => {
  const open = blocks.findIndex((block, index) => index >= at && block.length < blockLength)
  return open === -1 ? blockCount - 1 : open
}

const isFull = (block: string): boolean => /^\d{6}$/.test(block)

/** Indexes of the fields that hold six digits: only of these can a check digit be told. */
export const fullBlocks = (blocks: Blocks): readonly number[] =>
  blocks.flatMap((block, index) => (isFull(block) ? [index] : []))

/** The first field that is not six digits; null where all are. */
export const firstUnfit = (blocks: Blocks): number | null => {
  const index = blocks.findIndex((block) => !isFull(block))
  return index === -1 ? null : index
}

/** Whether anything was typed. */
export const isTouched = (blocks: Blocks): boolean => blocks.some((block) => block !== '')
