import { describe, expect, it } from 'vitest'
import { parseDateTime } from '../../../src-main/lab/wql/datetime.ts'
import { meets } from '../../../src-main/lab/wql/evaluate.ts'
import { parseWql } from '../../../src-main/lab/wql/parse.ts'
import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import { wqlDateTime, wqlString } from '../../../src-main/wmi/wql.ts'

const row: CimObject = {
  Name: 'sppsvc',
  Path: 'C:\\Windows\\it\'s "here"',
  Count: 25,
  Licensed: true,
  Empty: null,
  Time: new Date('2026-03-01T12:00:00Z'),
}

const holds = (where: string): boolean => {
  const select = parseWql(`SELECT * FROM Anything WHERE ${where}`)
  if (!select?.where) throw new Error(`not WQL: ${where}`)
  return meets(row, select.where)
}

describe('WQL', () => {
  it('reads columns, class and condition without regard to case', () => {
    expect(parseWql('select Name, State from Win32_Service where Name="a"')).toEqual({
      columns: ['Name', 'State'],
      from: 'Win32_Service',
      where: { kind: 'compare', property: 'Name', comparison: '=', literal: 'a' },
    })
    expect(parseWql('SELECT * FROM X')).toEqual({ columns: null, from: 'X', where: null })
  })

  it.each([
    'SELECT FROM X',
    'SELECT * X',
    'SELECT * FROM X WHERE',
    "SELECT * FROM X WHERE a = 'open",
    'SELECT * FROM X WHERE a = b',
    'SELECT * FROM X WHERE (a = 1',
    'SELECT * FROM X; DELETE',
    'DELETE FROM X',
    '',
  ])('refuses %j', (text) => expect(parseWql(text)).toBeNull())

  it.each([
    ["Name = 'SPPSVC'", true],
    ["Name <> 'sppsvc'", false],
    ["Name != 'other'", true],
    ["Name > 'a' AND Name < 'z'", true],
    ['Count >= 25 AND Count <= 25', true],
    ['Count < 25 OR Licensed = TRUE', true],
    ['NOT Count = 25', false],
    ["NOT (Count = 1 OR Name = 'x')", true],
    ["Count = '25'", true],
    ['Count = 0x19', true],
    ['Licensed = FALSE', false],
    ['Empty = NULL', true],
    ['Empty <> null', false],
    ['Empty IS NULL', true],
    ['Name IS NOT NULL', true],
    ["Empty <> 'x'", false],
    ["Name LIKE 'spp%'", true],
    ["Name LIKE '%svc_'", false],
    ["Name LIKE 's[a-p]psv[^x]'", true],
    ["Name LIKE 'spp.*'", false],
    ['Count = 1 OR Count = 2 AND Count = 25', false],
  ])('%s is %s', (where, expected) => expect(holds(where)).toBe(expected))

  it('compares a text that the quoting function made', () => {
    expect(holds(`Path = ${wqlString(String(row['Path']))}`)).toBe(true)
    expect(holds(`Name = ${wqlString("x' OR '1'='1")}`)).toBe(false)
  })

  it('compares datetimes across offsets', () => {
    expect(holds(`Time = ${wqlDateTime(new Date('2026-03-01T12:00:00Z'))}`)).toBe(true)
    expect(holds("Time >= '20260301140000.000000+120'")).toBe(true)
    expect(holds("Time > '20260301140000.000000+120'")).toBe(false)
    expect(holds("Time < '20260301130000.000000+120'")).toBe(false)
    expect(parseDateTime('yesterday')).toBeNull()
  })
})
