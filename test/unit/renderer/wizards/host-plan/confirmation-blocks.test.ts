import { describe, expect, it } from 'vitest'
import {
  emptyBlocks,
  firstUnfit,
  fullBlocks,
  nextField,
  pasteBlocks,
  typeBlock,
} from '../../../../../src-renderer/wizards/host-plan/telephone/confirmation-blocks.ts'

const whole = ['111111', '222222', '333333', '444444', '555555', '666666', '777777', '888888']

describe('pasteBlocks', () => {
  it.each([
    ['with spaces', whole.join(' ')],
    ['with hyphens', whole.join('-')],
    ['in one run', whole.join('')],
    ['line by line', whole.join('\r\n')],
    ['with letters before the blocks', whole.map((block, index) => `${'ABCDEFGH'[index]}: ${block}`).join('\n')],
    ['with numbers before the blocks', whole.map((block, index) => `${index + 1}) ${block}`).join('\n')],
  ])('lays the whole over all fields, %s, whichever field has the focus', (_, text) => {
    expect(pasteBlocks(emptyBlocks, 5, text)).toEqual(whole)
  })

  it('fills the fields from the pasted one on where it is less than the whole', () => {
    expect(pasteBlocks(whole, 2, '999999 000000')).toEqual([
      ...whole.slice(0, 2),
      '999999',
      '000000',
      ...whole.slice(4),
    ])
  })

  it('loses nothing that is too much, and nothing that is no digit', () => {
    expect(pasteBlocks(emptyBlocks, 0, `${whole.join('')}99`).at(-1)).toBe('88888899')
    expect(pasteBlocks(emptyBlocks, 7, 'O23456').at(7)).toBe('O23456')
  })
})

describe('typeBlock', () => {
  it('runs on into the next field where that is empty, and stays where it is not', () => {
    expect(typeBlock(emptyBlocks, 0, '1111112').slice(0, 2)).toEqual(['111111', '2'])
    expect(typeBlock(whole, 0, '1111112').slice(0, 2)).toEqual(['1111112', '222222'])
  })

  it('drops blanks and hyphens', () => {
    expect(typeBlock(emptyBlocks, 3, '11 11-11')[3]).toBe('111111')
  })
})

describe('what is fit', () => {
  it('leads the focus to the next field that is not full', () => {
    expect(nextField(['111111', '222222', '', ...whole.slice(3)], 0)).toBe(2)
    expect(nextField(whole, 0)).toBe(7)
  })

  it('names the first field that is short, long or no number', () => {
    expect(firstUnfit(whole)).toBeNull()
    expect(firstUnfit([...whole.slice(0, 3), '44444', ...whole.slice(4)])).toBe(3)
    expect(firstUnfit([...whole.slice(0, 7), '8888888'])).toBe(7)
    expect(firstUnfit(['11111O', ...whole.slice(1)])).toBe(0)
  })

  it('counts full fields by six digits alone', () => {
    expect(fullBlocks(['111111', '22', '33333O', '', '', '', '', '888888'])).toEqual([0, 7])
  })
})
