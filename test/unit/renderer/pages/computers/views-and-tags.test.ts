import { describe, expect, it } from 'vitest'
import { SavedView } from '../../../../../src-main/contract/models/estate.ts'
import { columnOf, widthOf } from '../../../../../src-renderer/pages/computers/model/columns.ts'
import { tagChange, typedTags } from '../../../../../src-renderer/pages/computers/model/tags.ts'
import { builtInViews, isBuiltIn } from '../../../../../src-renderer/pages/computers/model/views.ts'

describe('tags', () => {
  it('are separated by commas, semicolons and lines, and stand there once', () => {
    expect(typedTags(' pilot, wave 1;pilot\n, ')).toEqual(['pilot', 'wave 1'])
  })

  it('come and go as they were typed', () => {
    expect(tagChange(['a', 'b'], 'b, c')).toEqual({ addTags: ['c'], removeTags: ['a'] })
    expect(tagChange(['a'], '')).toEqual({ addTags: [], removeTags: ['a'] })
  })
})

describe('views of the app', () => {
  it.each(builtInViews)('$name has a shape that main takes, and columns that exist', (view) => {
    expect(SavedView.safeParse(view).success).toBe(true)
    const named = [...view.columns, ...view.sort, ...view.filters].map(({ column }) => column)
    expect([...named, ...view.groupBy].filter((column) => columnOf(column) === undefined)).toEqual([])
  })

  it('keep their names, in any case', () => {
    expect(isBuiltIn(' all ')).toBe(true)
    expect(isBuiltIn('All hosts')).toBe(false)
  })
})

describe('widthOf', () => {
  const name = columnOf('name')
  if (name === undefined) throw new Error('The column of names is gone.')

  it('is what the person chose, within limits', () => {
    expect(widthOf(name, {})).toBe(name.width)
    expect(widthOf(name, { name: 300 })).toBe(300)
    expect(widthOf(name, { name: 3 })).toBe(50)
    expect(widthOf(name, { name: 9999 })).toBe(1200)
  })
})
