import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import { maskConfirmationId, parseConfirmationId } from '../../../src-main/licensing/confirmation-id.ts'
import { redactSecrets } from '../../../src-main/licensing/redaction.ts'

const blocks = ['123450', '987650', '314152', '271820', '161802', '602216', '111110', '100001']
const digits = blocks.join('')
const letters = [...'ABCDEFGH']

const findings = (typed: string): readonly Finding[] => {
  const result = parseConfirmationId(typed)
  // No sentence may quote what is a secret.
  for (const { message, remedy, detail } of result.findings) {
    expect(`${message} ${remedy} ${detail}`).not.toMatch(/\d{4,}/)
  }
  expect(result.findings.every(({ field, remedy }) => field === 'confirmationId' && remedy)).toBe(true)
  return result.findings
}
const problem = (typed: string): Finding | undefined => {
  expect(parseConfirmationId(typed).outcome).toBe('malformed')
  const found = findings(typed)
  expect(found.map(({ level }) => level)).toEqual(['problem'])
  return found[0]
}

describe('a confirmation ID', () => {
  it.each([
    ['digits alone', digits],
    ['hyphens', blocks.join('-')],
    ['long dashes', blocks.join(' – ')],
    ['blanks', blocks.join('  ')],
    ['line breaks', `\r\n${blocks.join('\r\n')}\r\n`],
    ['tabs', blocks.join('\t')],
    ['commas and dots', `${blocks.slice(0, 4).join(', ')}; ${blocks.slice(4).join('.')}.`],
    ['letters', blocks.map((block, index) => `${letters[index]} ${block}`).join(' ')],
    ['letters and colons', blocks.map((block, index) => `${letters[index]}: ${block}`).join('\n')],
    ['letters without a gap', blocks.map((block, index) => `${letters[index]?.toLowerCase()}${block}`).join(' ')],
    ['labels', `Confirmation ID: ${blocks.map((block, index) => `Block ${letters[index]}: ${block}`).join('\n')}`],
    ['numbered labels', blocks.map((block, index) => `Block ${index + 1} ${block}`).join('\n')],
    ['numbers', blocks.map((block, index) => `${index + 1}) ${block}`).join('\n')],
    ['numbers with dots', blocks.map((block, index) => `${index + 1}. ${block}`).join('\n')],
    ['a heading of letters', `${letters.join('\t')}\n${blocks.join('\t')}`],
    ['quotation marks', `“${blocks.join('-')}”`],
    ['groups of three', digits.replace(/(\d{3})/g, '$1 ')],
    ['non-breaking blanks', blocks.join('\u00a0')],
    ['wide digits', blocks.join(' ').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ])('is read with %s', (_, typed) => {
    expect(parseConfirmationId(typed)).toMatchObject({ outcome: 'id', digits, findings: [] })
  })

  it('comes as eight blocks with letters', () => {
    const result = parseConfirmationId(digits)
    expect(result.blocks.map(({ letter, digits: block }) => letter + block)).toEqual(
      blocks.map((block, index) => `${letters[index]}${block}`),
    )
  })

  it('with a failing check digit is taken, with a warning that names the block', () => {
    for (const [index, letter] of letters.entries()) {
      const block = blocks[index] ?? ''
      const wrong = blocks.with(index, block.slice(0, 5) + ((Number(block[5]) + 1) % 7)).join(' ')
      expect(parseConfirmationId(wrong).outcome).toBe('id')
      const [warning, ...more] = findings(wrong)
      expect(more).toEqual([])
      expect(warning).toMatchObject({ check: 'confirmation-id-check-digit', level: 'warning' })
      expect(warning?.message).toMatch(new RegExp(`^Block ${letter} of the confirmation ID is probably wrong`))
    }
  })

  it.each(['', ' \n ', '-', 'Confirmation ID:', 'Block A:'])('is a problem when nothing was entered: "%s"', (typed) => {
    expect(problem(typed)).toMatchObject({ check: 'confirmation-id-empty', message: 'The confirmation ID is empty.' })
  })

  it.each([
    [blocks.with(2, '31415').join('-'), 'has 47 digits; it needs 48', 'Block C has 5 digits instead of 6.', 'Add'],
    [blocks.with(7, '1000010').join('-'), 'has 49 digits', 'Block H has 7 digits instead of 6.', 'Remove'],
    [blocks.slice(0, 7).join('-'), 'has 42 digits', 'eight blocks of 6', 'Add'],
    [`${digits}123450`, 'has 54 digits', 'eight blocks of 6', 'Remove'],
    ['7', 'has 1 digit;', 'eight blocks of 6', 'Add'],
  ])('of a wrong length names the block where it can', (typed, count, where, remedy) => {
    const finding = typed === `${digits}123450` ? problem(`${digits}123451`) : problem(typed)
    expect(finding?.check).toBe('confirmation-id-length')
    expect(finding?.message).toContain(count)
    expect(finding?.message).toContain(where)
    expect(finding?.remedy).toContain(remedy)
  })

  it('keeps what was typed of a malformed one', () => {
    const result = parseConfirmationId(blocks.slice(0, 2).join('-') + '-31')
    expect(result.blocks.map(({ digits: block }) => block)).toEqual(['123450', '987650', '31'])
  })

  it('says where a digit is missing in a run of digits', () => {
    expect(problem(digits.slice(0, 7) + digits.slice(8))?.message).toContain('block B: look there first')
  })

  it.each([
    [blocks.with(3, '27182O').join('-'), '"O" in block D is not a digit'],
    [digits.replace('314152', '3I4152'), '"I" in block C is not a digit'],
    [blocks.with(0, '1234S0').with(7, 'x0000l').join(' '), '"S" in block A, "x" in block H, "l" in block H are not'],
    [blocks.with(0, 'OOOOOO').join(' '), '"O" in block A, "O" in block A, "O" in block A and 3 more are not'],
  ])('names letters and their blocks', (typed, where) => {
    const finding = problem(typed)
    expect(finding?.check).toBe('confirmation-id-character')
    expect(finding?.message).toContain(where)
  })

  it('is told from the installation ID that someone entered instead', () => {
    expect(problem([...blocks, '222220'].join('-'))?.check).toBe('confirmation-id-is-installation-id')
    expect(problem([...blocks, '222221'].join('-'))?.check).toBe('confirmation-id-length')
  })

  it('is masked wholly', () => {
    for (const typed of [digits, blocks.join('-'), '123450', 'nonsense']) {
      expect(maskConfirmationId(typed)).toBe('[confirmation ID]')
    }
    expect(maskConfirmationId('  ')).toBe('')
    expect(redactSecrets(maskConfirmationId(digits))).toBe('[confirmation ID]')
  })
})
