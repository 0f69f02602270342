import { describe, expect, it } from 'vitest'
import { encodeUtf16 } from '../../../../src-main/licensing/text-encoding.ts'
import type { CsvReading } from '../../../../src-main/contract/models/estate-adding.ts'
import { readCsvComputers } from '../../../../src-main/targets/adding/csv-computers.ts'

const pace = async (): Promise<void> => {}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array | string, reading: Partial<CsvReading> = {}) =>
  readCsvComputers(
    typeof bytes === 'string' ? utf8(bytes) : bytes,
    { separator: null, encoding: null, header: null, columns: null, ...reading },
    pace,
  )
const hosts = async (bytes: Uint8Array | string): Promise<readonly string[]> =>
  (await read(bytes)).entries.map(({ host }) => host)

describe('separators', () => {
  it.each([';', ',', '\t', '|'] as const)('recognises %j', async (separator) => {
    const rows = [
      ['Name', 'Group', 'Note'],
      ['pc01', 'Berlin', 'Reception'],
      ['pc02', 'Bonn', ''],
    ]
    const found = await read(rows.map((row) => row.join(separator)).join('\r\n'))
    expect(found.csv).toMatchObject({ separator, header: true })
    expect(found.entries).toMatchObject([
      { line: 2, host: 'pc01', group: 'Berlin', note: 'Reception' },
      { line: 3, host: 'pc02', group: 'Bonn', note: null },
    ])
    expect(found.problems).toEqual([])
  })

  it('takes one column as names', async () => {
    expect(await hosts('pc01\npc02\n\npc03')).toEqual(['pc01', 'pc02', 'pc03'])
  })
})

describe('encodings', () => {
  const text = 'Name;Note\r\npc01;Büro München'
  const bigEndian = (): Uint8Array => {
    const little = Buffer.from(encodeUtf16(text))
    return new Uint8Array(little.swap16())
  }
  const withMark = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text)])
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a byte order mark', withMark, 'utf-8'],
    ['UTF-16 LE', encodeUtf16(text), 'utf-16le'],
    ['UTF-16 LE without a mark', encodeUtf16(text).slice(2), 'utf-16le'],
    ['UTF-16 BE', bigEndian(), 'utf-16be'],
    ['UTF-16 BE without a mark', bigEndian().slice(2), 'utf-16be'],
    ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1')), 'windows-1252'],
  ])('recognises %s', async (_, bytes, encoding) => {
    const found = await read(bytes)
    expect(found.csv).toMatchObject({ encoding, columns: [{ title: 'Name' }, { title: 'Note' }] })
    expect(found.entries).toMatchObject([{ host: 'pc01', note: 'Büro München' }])
  })

  it('refuses what is no text, and says how a workbook becomes one', async () => {
    await expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8]))).rejects.toThrow('Excel workbook or a ZIP')
    await expect(read(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 9]))).rejects.toThrow('binary data')
    await expect(read(new Uint8Array())).rejects.toThrow('empty')
    await expect(read(' \r\n \r\n')).rejects.toThrow('no text')
  })
})

describe('quotation marks', () => {
  it('hold separators, line ends and quotation marks, and lines are counted all the same', async () => {
    const found = await read('name,note,tags\n"pc01","one, ""two""\nthree","VIP;Lab"\npc02,,\nbad name,,')
    expect(found.entries).toMatchObject([
      { line: 2, host: 'pc01', note: 'one, "two"\nthree', tags: ['VIP', 'Lab'] },
      { line: 4, host: 'pc02' },
    ])
    expect(found.problems).toMatchObject([{ line: 5, field: 'name', value: 'bad name' }])
  })

  it('that are never closed are named with their line, and what stands before is kept', async () => {
    const found = await read(`name,note\npc01,\npc02,"open\n${'pc,x\n'.repeat(80_000)}`)
    expect(found.entries.map(({ host }) => host)).toEqual(['pc01'])
    expect(found.problems).toMatchObject([{ level: 'error', line: 3, field: 'file' }])
    expect(found.problems[0]?.message).toContain('never closed')
  })
})

describe('columns', () => {
  it('are found by their titles wherever they stand, in English and in German', async () => {
    const found = await read('Standort;Rechnername;Bemerkung;Serial\nBerlin;pc01;neu;4711')
    expect(found.csv.columns.map(({ field }) => field)).toEqual(['group', 'name', 'note', null])
    expect(found.entries).toMatchObject([{ host: 'pc01', group: 'Berlin', note: 'neu' }])
  })

  it('take the fuller title for the names where two fit', async () => {
    const found = await read('CN,Name,DistinguishedName\nx,pc01,"CN=pc01,OU=Berlin,DC=contoso,DC=com"')
    expect(found.entries).toMatchObject([{ host: 'pc01', ou: 'CN=pc01,OU=Berlin,DC=contoso,DC=com' }])
  })

  it('that are not recognised leave the first one for the names, with a warning', async () => {
    const found = await read('pc01;4711\npc02;4712')
    expect(found.csv.header).toBe(false)
    expect(found.entries.map(({ host }) => host)).toEqual(['pc01', 'pc02'])
    expect(found.problems).toMatchObject([{ level: 'warning', line: 1 }])
  })

  it('are taken as the person says', async () => {
    const found = await read('4711;pc01\n4712;pc02', { header: false, columns: [null, 'name'] })
    expect(found.entries.map(({ host }) => host)).toEqual(['pc01', 'pc02'])
    expect(found.problems).toEqual([])
    await expect(read('a;b', { columns: [null, 'note'] })).rejects.toThrow('No column is taken')
  })
})

describe('lines that cannot be taken', () => {
  it('are each named with line, field, value and remedy', async () => {
    const found = await read(
      `name,group,tags\npc 01,,\n-pc,,\n10.0.0.300,,\npc01,${'g'.repeat(101)},\npc02,,${'t'.repeat(61)}\n,x,\npc_03,,`,
    )
    expect(found.entries.map(({ host }) => host)).toEqual(['pc_03'])
    expect(found.problems.map(({ line, field, value }) => [line, field, value.slice(0, 12)])).toEqual([
      [2, 'name', 'pc 01'],
      [3, 'name', '-pc'],
      [4, 'name', '10.0.0.300'],
      [5, 'group', 'gggggggggggg'],
      [6, 'tags', 'tttttttttttt'],
      [7, 'name', ''],
    ])
    expect(found.problems.every(({ remedy, level }) => remedy !== '' && level === 'error')).toBe(true)
  })

  it('name a computer again: it is taken once, as it was named first', async () => {
    const found = await read('name,group\npc01,Berlin\nPC01.,Bonn\npc01,Bonn')
    expect(found.entries).toMatchObject([{ line: 2, group: 'Berlin' }])
    expect(found.problems).toMatchObject([
      { level: 'warning', line: 3, value: 'PC01.' },
      { level: 'warning', line: 4 },
    ])
  })

  it('that name a computer short here and full there are pointed out, and both are added', async () => {
    const found = await read(
      'name\npc01.contoso.com\nPC01\npc02\npc02.contoso.com\npc02.fabrikam.com\n10.0.0.1\n10.0.0.2',
    )
    expect(found.entries).toHaveLength(7)
    expect(found.problems).toMatchObject([
      { level: 'warning', line: 3, field: 'name', value: 'PC01' },
      { level: 'warning', line: 5, field: 'name', value: 'pc02.contoso.com' },
      { level: 'warning', line: 6, field: 'name', value: 'pc02.fabrikam.com' },
    ])
    expect(found.problems[0]?.message).toContain('pc01.contoso.com in line 2')
    expect(found.problems[0]?.remedy).toContain('Take one of them out')
  })
})

it('reads 100,000 lines and leaves out what is beyond, in pieces that the pace parts', async () => {
  let paused = 0
  const lines = Array.from({ length: 100_003 }, (_, index) => `pc${index}.contoso.com;Group ${index % 20}`)
  const found = await readCsvComputers(
    utf8(`name;group\r\n${lines.join('\r\n')}`),
    { separator: null, encoding: null, header: null, columns: null },
    async () => void (paused += 1),
  )
  expect(found.entries).toHaveLength(100_000)
  expect(found.entries.at(-1)).toMatchObject({ line: 100_001, host: 'pc99999.contoso.com' })
  expect(found.problems).toMatchObject([{ level: 'error', message: expect.stringContaining('100,000') as string }])
  expect(paused).toBeGreaterThan(1000)
})
