import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../src-main/contract/app-error.ts'
import type { JournalEntry } from '../../../../src-main/contract/models/journal.ts'
import type { Bridge } from '../../../../src-renderer/bridge/create-bridge.ts'
import { entryAsText, filterEntries } from '../../../../src-renderer/pages/journal/journal-filter.ts'
import { createJournal, pageSize } from '../../../../src-renderer/pages/journal/journal-store.ts'
import { journal, plan, refused } from '../../../ui-preview/fixtures.ts'

const sequences = (entries: readonly JournalEntry[]): number[] => entries.map(({ sequence }) => sequence)

describe('filterEntries', () => {
  it('finds every word, in any column and case', () => {
    expect(sequences(filterEntries(journal, 'FAILED kms01', null))).toEqual([5])
    expect(sequences(filterEntries(journal, '/ipk begun', null))).toEqual([3])
    expect(filterEntries(journal, 'failed kms02', null)).toEqual([])
  })

  it('shows the lines of one plan alone', () => {
    const other = { ...(journal[0] as JournalEntry), sequence: 9, planId: 'other' }
    expect(sequences(filterEntries([other, ...journal], '', plan.planId))).toEqual([5, 4, 3, 2, 1])
  })
})

describe('entryAsText', () => {
  it('holds the command, the outcome and the error', () => {
    const text = entryAsText(journal[0] as JournalEntry)
    expect(text).toContain('Command-line equivalent: cscript slmgr.vbs kms01 /ato')
    expect(text).toContain('Outcome: Failed')
    expect(text).toContain(refused.message)
  })
})

describe('createJournal', () => {
  const lines = Array.from({ length: pageSize + 3 }, (_, index) => ({
    ...(journal[0] as JournalEntry),
    sequence: pageSize + 3 - index,
  }))
  const reading = (broken = false) => {
    const asked: unknown[] = []
    const bridge = {
      call: async (_name: string, input: { readonly before: number | null; readonly limit: number }) => {
        asked.push(input)
        if (broken) return fail(refused)
        return ok(
          lines.filter(({ sequence }) => input.before === null || sequence < input.before).slice(0, input.limit),
        )
      },
    } as unknown as Bridge
    return { page: createJournal(bridge), asked }
  }

  it('loads page after page without a gap, and knows the end', async () => {
    const { page, asked } = reading()
    await page.loadMore()
    expect(page.store.getState().complete).toBe(false)
    await page.loadMore()
    expect(sequences(page.store.getState().entries)).toEqual(sequences(lines))
    expect(page.store.getState().complete).toBe(true)
    await page.loadMore()
    expect(asked).toEqual([
      { before: null, limit: pageSize },
      { before: 4, limit: pageSize },
    ])
  })

  it('does not ask twice for the same page', async () => {
    const { page, asked } = reading()
    await Promise.all([page.loadMore(), page.loadMore()])
    expect(asked).toHaveLength(1)
    expect(page.store.getState().entries).toHaveLength(pageSize)
  })

  it('keeps what it has and says what went wrong', async () => {
    const { page } = reading(true)
    await page.loadMore()
    expect(page.store.getState()).toMatchObject({ entries: [], loading: false, complete: false, error: refused })
  })
})
