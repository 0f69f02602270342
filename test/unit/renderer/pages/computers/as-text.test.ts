import { describe, expect, it } from 'vitest'
import { asText } from '../../../../../src-renderer/pages/computers/model/as-text.ts'
import { columnOf } from '../../../../../src-renderer/pages/computers/model/columns.ts'
import { entryOf } from '../../../../../src-renderer/stores/computer-entry.ts'
import { computerRow } from '../../../deployment/rows.ts'

const columns = ['name', 'note', 'tags'].flatMap((id) => columnOf(id) ?? [])
const copied = (note: string, tags: readonly string[] = []): string =>
  asText([entryOf(computerRow(1, { note, tags: [...tags] }))], columns)

describe('asText', () => {
  it('begins with the headings and parts cells by tabs', () => {
    expect(copied('by the door', ['a', 'b'])).toBe('Computer\tNote\tTags\r\npc1.contoso.com\tby the door\ta, b')
  })

  it('keeps a note of several lines in its cell', () => {
    expect(copied('one\r\ntwo\tthree').split('\r\n')[1]).toBe('pc1.contoso.com\tone two three\t')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1+1', '\t=1+1', '\n@x', '＝1'])(
    'keeps a spreadsheet from calculating “%s”',
    (note) => expect(copied(note).split('\t')[3]).toMatch(/^'[=+\-@＝]/),
  )

  it('leaves a sign within a text alone', () => {
    expect(copied('a=b').split('\t')[3]).toBe('a=b')
  })
})
