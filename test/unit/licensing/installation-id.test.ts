import { describe, expect, it } from 'vitest'
import { checkDigitHolds } from '../../../src-main/licensing/digit-blocks.ts'
import {
  changedInstallationId,
  formatInstallationId,
  type InstallationId,
  parseInstallationId,
  spokenInstallationId,
} from '../../../src-main/licensing/installation-id.ts'

const six = ['123450', '987650', '314152', '271820', '161802', '602216', '111110', '000000', '100001']
const seven = ['1234565', '0000000', '1000001', '0100002', '0010001', '0001002', '0000101', '0000012', '1111112']

const parsed = (text: string): InstallationId => {
  const result = parseInstallationId(text)
  if (result.outcome !== 'id') throw new Error(JSON.stringify(result.findings))
  return result.id
}
const problem = (text: string) => {
  const result = parseInstallationId(text)
  if (result.outcome === 'id') throw new Error('taken')
  expect(result.findings).toHaveLength(1)
  expect(result.findings[0]).toMatchObject({ level: 'problem', field: 'installationId' })
  expect(result.findings[0]?.remedy).toMatch(/\.$/)
  return result.findings[0]
}

describe('the check digit of a block', () => {
  it.each([...six, ...seven])('holds in %s', (block) => expect(checkDigitHolds(block)).toBe(true))
  it.each(['123451', '123456', '213450', '1234566', '000007', '010001', '0000011'])('fails in %s', (block) =>
    expect(checkDigitHolds(block)).toBe(false),
  )
})

describe('an installation ID', () => {
  it.each([
    [six, 6],
    [seven, 7],
  ] as const)('of nine blocks is read from digits alone and with anything between the blocks', (blocks, length) => {
    for (const text of [blocks.join(''), blocks.join('-'), blocks.join(' '), ` ${blocks.join('\r\n')}\n`]) {
      const id = parsed(text)
      expect(id).toMatchObject({ digits: blocks.join(''), blockLength: length, findings: [] })
      expect(id.blocks.map(({ digits }) => digits)).toEqual(blocks)
      expect(id.blocks.map(({ letter }) => letter).join('')).toBe('ABCDEFGHI')
    }
  })

  it('is read with the label that slmgr prints', () => {
    expect(parsed(`Installation ID: ${seven.join('')}`).digits).toBe(seven.join(''))
  })

  it('is written for copying and for reading aloud', () => {
    expect(formatInstallationId(parsed(six.join('')))).toBe(six.join('-'))
    expect(spokenInstallationId(parsed(six.join('')))[0]).toBe('Block A: 1 2 3, 4 5 0')
    expect(spokenInstallationId(parsed(seven.join('')))[8]).toBe('Block I: 1 1 1 1, 1 1 2')
    expect(spokenInstallationId(parsed(seven.join('')))).toHaveLength(9)
  })

  it('with failing blocks is taken, with a warning that names them', () => {
    const id = parsed(six.with(2, '314153').with(8, '100002').join(''))
    expect(id.blocks.flatMap(({ letter, checkDigitHolds }) => (checkDigitHolds ? [] : [letter]))).toEqual(['C', 'I'])
    expect(id.findings).toEqual([
      expect.objectContaining({
        check: 'installation-id-check-digit',
        level: 'warning',
        message:
          'Blocks C and I of the installation ID are probably wrong: the last digit does not follow from the others.',
      }),
    ])
  })

  it('is a problem when empty, and says why there is none', () => {
    for (const text of ['', '  \n', 'Installation ID:']) {
      expect(problem(text)).toMatchObject({ check: 'installation-id-empty' })
    }
  })

  it.each([
    [six.with(3, '27182').join('-'), 'has 53 digits', 'Block D has 5 digits instead of 6.', 'Add'],
    [six.with(0, '1234500').join('-'), 'has 55 digits', 'Block A has 7 digits instead of 6.', 'Remove'],
    [seven.with(8, '11112').join(' '), 'has 61 digits', 'Block I has 5 digits instead of 7.', 'Add'],
    [seven.with(1, '00000000').join(' '), 'has 64 digits', 'Block B has 8 digits instead of 7.', 'Remove'],
    [six.join('').slice(1), 'has 53 digits', 'look there first', 'Add'],
    [`${six.join('')}1234`, 'has 58 digits', 'nine blocks of 6', 'Remove'],
    [seven.join('').slice(0, 59), 'has 59 digits', 'nine blocks of 7', 'Add'],
    ['1', 'has 1 digit;', '54', 'Add'],
  ])('of a wrong length names the block where it can: %s', (text, count, where, remedy) => {
    const finding = problem(text)
    expect(finding?.check).toBe('installation-id-length')
    expect(finding?.message).toContain(count)
    expect(finding?.message).toContain(where)
    expect(finding?.remedy).toContain(remedy)
  })

  it('names the first block that is not consistent when a digit is missing from a run of digits', () => {
    const digits = six.join('')
    expect(problem(digits.slice(0, 13) + digits.slice(14))?.message).toContain('block C')
  })

  it('names a letter and its block', () => {
    const finding = problem(seven.with(4, '001O001').join('-'))
    expect(finding).toMatchObject({ check: 'installation-id-character' })
    expect(finding?.message).toContain('"O" in block E is not a digit')
  })

  it('that changed since it was read aloud stops the deposit', () => {
    expect(changedInstallationId(six.join('-'), six.join(''))).toBeNull()
    expect(changedInstallationId(six.join(''), six.with(8, '100002').join(''))).toMatchObject({
      level: 'problem',
      hresult: 0xc004f031,
    })
    expect(changedInstallationId(six.join(''), '')).not.toBeNull()
  })
})
