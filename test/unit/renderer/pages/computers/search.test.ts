import { describe, expect, it } from 'vitest'
import { createFinder } from '../../../../../src-renderer/pages/computers/model/search.ts'
import { entryOf } from '../../../../../src-renderer/stores/computer-entry.ts'
import { computerRow } from '../../../deployment/rows.ts'

const computers = [
  computerRow(1, { name: 'BER-PC01.contoso.com', tags: ['Pilot'], note: 'Reception' }),
  computerRow(2, { name: 'BER-PC02.contoso.com', outcome: 'access-denied', hresult: 0x80070005 }),
  computerRow(3, { name: 'VIE-PC01.contoso.com', group: 'Sales' }),
].map(entryOf)

const found = (search: string): string => {
  const entries = createFinder().find(computers, search)
  return entries.map(({ row }) => row.id).join(' ')
}

describe('createFinder', () => {
  it.each([
    ['', '1 2 3'],
    ['  ', '1 2 3'],
    ['ber', '1 2'],
    ['BER pc02', '2'],
    ['pc02 ber', '2'],
    ['pilot', '1'],
    ['reception', '1'],
    ['sales', '3'],
    ['access', '2'],
    ['0x80070005', '2'],
    ['cmid-3', '3'],
    ['nothing like this', ''],
  ])('finds for “%s” the computers %s', (search, expected) => expect(found(search)).toBe(expected))

  it('finds letter by letter, and back, what a search of its own finds', () => {
    const finder = createFinder()
    const typed = [...'ber pc02'].map((_, at, letters) => letters.slice(0, at + 1).join(''))
    for (const search of [...typed, ...typed.toReversed(), '', 'vie', 'ie', 'ber'])
      expect(finder.find(computers, search)).toEqual(createFinder().find(computers, search))
  })

  it('gives the same list again when a letter is taken away, so that nothing is arranged anew', () => {
    const finder = createFinder()
    const before = finder.find(computers, 'be')
    finder.find(computers, 'ber')
    expect(finder.find(computers, 'be')).toBe(before)
  })

  it('forgets what it found in another list', () => {
    const finder = createFinder()
    finder.find(computers, 'ber')
    expect(finder.find(computers.slice(1), 'ber').map(({ row }) => row.id)).toEqual([2])
  })
})
