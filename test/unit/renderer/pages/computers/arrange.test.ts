import { describe, expect, it } from 'vitest'
import type { ComputerRow } from '../../../../../src-main/contract/models/estate.ts'
import { filtered, grouped, sorted } from '../../../../../src-renderer/pages/computers/model/arrange.ts'
import { groupingColumns } from '../../../../../src-renderer/pages/computers/model/columns.ts'
import { entryOf } from '../../../../../src-renderer/stores/computer-entry.ts'
import { computerRow, licence } from '../../../deployment/rows.ts'

const entry = (id: number, changes: Partial<ComputerRow> = {}) => entryOf(computerRow(id, changes))
const ids = (lines: readonly { readonly key: string }[]): string[] => lines.map(({ key }) => key)
const now = Date.parse('2026-11-22T12:00:00.000Z')

describe('sorted', () => {
  it('compares the numbers within names as numbers, and no letters by their case', () => {
    const entries = ['pc10', 'PC2', 'pc1'].map((name, id) => entry(id, { name }))
    expect(ids(sorted(entries, [{ column: 'name', descending: false }]))).toEqual(['r2', 'r1', 'r0'])
  })

  it('puts states that need somebody first, then goes by the next column, and back', () => {
    const entries = [
      entry(1, { outcome: 'licensed', name: 'b' }),
      entry(2, { outcome: 'access-denied', name: 'z' }),
      entry(3, { outcome: 'licensed', name: 'a' }),
    ]
    const by = (descending: boolean) =>
      ids(
        sorted(entries, [
          { column: 'outcome', descending },
          { column: 'name', descending: false },
        ]),
      )
    expect(by(false)).toEqual(['r2', 'r3', 'r1'])
    expect(by(true)).toEqual(['r3', 'r1', 'r2'])
  })

  it('leaves equal ones, and columns of another version of the app, as they came', () => {
    const entries = [entry(2), entry(1)]
    expect(ids(sorted(entries, [{ column: 'group', descending: true }]))).toEqual(['r2', 'r1'])
    expect(sorted(entries, [{ column: 'no such column', descending: false }])).toBe(entries)
  })

  it('sorts by what a row says now, and not by what it said before', () => {
    const by = [{ column: 'name', descending: false }]
    const [one, two] = [entry(1, { name: 'a' }), entry(2, { name: 'b' })]
    expect(ids(sorted([one, two], by))).toEqual(['r1', 'r2'])
    expect(ids(sorted([entry(1, { name: 'c' }), two], by))).toEqual(['r2', 'r1'])
  })
})

describe('filtered', () => {
  it('takes one of the values of each column', () => {
    const entries = [
      entry(1, { outcome: 'licensed', group: 'A' }),
      entry(2, { outcome: 'grace', group: 'A' }),
      entry(3, { outcome: 'licensed', group: 'B' }),
    ]
    const states = { column: 'outcome', values: ['licensed', 'grace'] }
    expect(ids(filtered(entries, [states], now))).toEqual(['r1', 'r2', 'r3'])
    expect(ids(filtered(entries, [states, { column: 'group', values: ['A'] }], now))).toEqual(['r1', 'r2'])
    expect(filtered(entries, [{ column: 'outcome', values: [] }], now)).toBe(entries)
  })

  it('counts the days to the expiry from the clock of the place, and leaves out what does not expire', () => {
    const entries = [
      entry(1, { licence: licence({ expiresAt: '2026-12-22T12:00:00.000Z' }) }),
      entry(2, { licence: licence({ expiresAt: '2026-12-22T12:00:01.000Z' }) }),
      entry(3, { licence: licence({ expiresAt: null }) }),
      entry(4, { licence: null }),
    ]
    expect(ids(filtered(entries, [{ column: 'expires', values: ['30'] }], now))).toEqual(['r1'])
  })
})

describe('grouped', () => {
  it('gives the computers themselves where nothing is put together', () => {
    const entries = [entry(1)]
    expect(grouped(entries, null, new Set())).toBe(entries)
  })

  it('puts computers together by state, Windows, channel, KMS host and organisational unit', () => {
    expect(groupingColumns).toEqual(expect.arrayContaining(['outcome', 'os', 'channel', 'kmsHost', 'ou']))
    const entries = [entry(1, { ou: 'contoso.com/B' }), entry(2), entry(3, { ou: 'contoso.com/B' })]
    for (const column of ['outcome', 'os', 'channel', 'kmsHost'])
      expect(grouped(entries, column, new Set())).toMatchObject([{ kind: 'group', count: 3 }, {}, {}, {}])
    expect(ids(grouped(entries, 'ou', new Set()))).toEqual(['gou:', 'r2', 'gou:contoso.com/B', 'r1', 'r3'])
    expect(grouped(entries, 'ou', new Set())[0]).toMatchObject({ label: '(none)', count: 1, open: true })
  })

  it('folds a group and goes on to count it', () => {
    const entries = [entry(1, { group: 'A' }), entry(2, { group: 'B' })]
    expect(grouped(entries, 'group', new Set(['ggroup:A']))).toMatchObject([
      { label: 'A', count: 1, open: false },
      { label: 'B', count: 1, open: true },
      { key: 'r2' },
    ])
  })
})
