import { beforeEach, describe, expect, it } from 'vitest'
import { grouped, type Item } from '../../../../../src-renderer/pages/computers/model/arrange.ts'
import { moveTo, pressed } from '../../../../../src-renderer/pages/computers/table/grid-keys.ts'
import { forgetSelection, useTableView } from '../../../../../src-renderer/pages/computers/table/view-store.ts'
import { entryOf } from '../../../../../src-renderer/stores/computer-entry.ts'
import { computerRow } from '../../../deployment/rows.ts'

const entries = [1, 2, 3, 4, 5, 6].map((id) => entryOf(computerRow(id, { group: id < 4 ? 'A' : 'B' })))
const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

/** A table as the keyboard sees it. */
const tableOf = (items: readonly Item[] = entries) => {
  const did: string[] = []
  const parts = {
    items,
    page: 3,
    scrollTo: (index: number) => did.push(`to ${index}`),
    copy: () => did.push('copy'),
    showDetails: () => did.push('details'),
    type: (character: string) => did.push(`type ${character}`),
  }
  const press = (key: string, held: Partial<typeof none> = {}): boolean => pressed(parts, { key, ...none, ...held })
  return { did, parts, press }
}
const shift = { shiftKey: true }
const control = { ctrlKey: true }
const selected = (): number[] => [...useTableView.getState().selected].toSorted((a, b) => a - b)
const active = (): string | null => useTableView.getState().active

beforeEach(() => {
  forgetSelection()
  useTableView.setState({ closed: new Set() })
})

describe('moving', () => {
  it('goes line by line, page by page, and to both ends, and brings the line into view', () => {
    const { press, did } = tableOf()
    const way = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'End', 'PageUp', 'Home', 'ArrowUp']
    const lines = way.map((key) => {
      expect(press(key)).toBe(true)
      return active()
    })
    expect(lines).toEqual(['r1', 'r2', 'r1', 'r4', 'r6', 'r3', 'r1', 'r1'])
    expect(did.at(-1)).toBe('to 0')
  })

  it('does nothing in an empty table', () => {
    const { press } = tableOf([])
    press('ArrowDown')
    expect(active()).toBeNull()
  })

  it('takes the details along where they are open', () => {
    const { press } = tableOf()
    press('ArrowDown')
    expect(useTableView.getState().detailed).toBeNull()
    useTableView.setState({ detailed: 1 })
    press('ArrowDown')
    expect(useTableView.getState().detailed).toBe(2)
  })
})

describe('selecting', () => {
  it('marks one line with Space, and takes the mark away', () => {
    const { press } = tableOf()
    press('ArrowDown')
    press(' ')
    expect(selected()).toEqual([1])
    press(' ')
    expect(selected()).toEqual([])
  })

  it('marks ranges with Shift beside what is marked already', () => {
    const { press, parts } = tableOf()
    press('ArrowDown')
    press(' ')
    moveTo(parts, 3, false)
    press('ArrowDown', shift)
    press('End', shift)
    expect(selected()).toEqual([1, 4, 5, 6])
  })

  it('marks all that is shown with Ctrl+A, keeps what a filter hides, and clears with Escape', () => {
    useTableView.setState({ selected: new Set([99]) })
    const { press } = tableOf(entries.slice(0, 2))
    press('a', control)
    expect(selected()).toEqual([1, 2, 99])
    expect(press('Escape')).toBe(true)
    expect(selected()).toEqual([])
    expect(press('Escape')).toBe(false)
  })

  it('leaves headings of groups out of a range', () => {
    const { press } = tableOf(grouped(entries, 'group', new Set(['ggroup:A'])))
    press('Home')
    press('End', shift)
    expect(selected()).toEqual([4, 5, 6])
  })
})

describe('other keys', () => {
  it('copies with Ctrl+C, opens details with Enter, gives letters to the filter', () => {
    const { press, did } = tableOf()
    press('ArrowDown')
    press('c', control)
    press('Enter')
    press('k')
    expect(did.slice(1)).toEqual(['copy', 'details', 'type k'])
    expect(useTableView.getState().detailed).toBe(1)
  })

  it('folds and unfolds groups', () => {
    const { press } = tableOf(grouped(entries, 'group', new Set()))
    press('Home')
    press('ArrowLeft')
    expect(useTableView.getState().closed).toEqual(new Set(['ggroup:A']))
    const folded = tableOf(grouped(entries, 'group', useTableView.getState().closed))
    folded.press('ArrowLeft')
    expect(useTableView.getState().closed.size).toBe(1)
    folded.press('ArrowRight')
    expect(useTableView.getState().closed.size).toBe(0)
  })

  it('leaves the keys of the menu and of the system alone', () => {
    const { press } = tableOf()
    expect(press('f', control)).toBe(false)
    expect(press('ArrowDown', { altKey: true })).toBe(false)
    expect(press('Tab')).toBe(false)
    expect(press('F5')).toBe(false)
  })
})
