import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { redactSecrets } from '../../../src-main/licensing/redaction.ts'
import { createSummary, reportChange, reportComputer } from '../../../src-main/reports/report-computers.ts'
import { harmless, listSeparator, reportCsv } from '../../../src-main/reports/report-csv.ts'
import { reportHtml } from '../../../src-main/reports/report-html.ts'
import { reportJson } from '../../../src-main/reports/report-json.ts'
import { reportFormat, type Report } from '../../../src-main/reports/report-model.ts'
import { createPlanGathering, type RunBatch } from '../../../src-main/reports/report-plans.ts'
import { computerRow } from '../deployment/rows.ts'

const key = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNFCT'
const mask = (text: string): string => redactSecrets(text, ['pa55word!'])
const breathe = async (): Promise<void> => undefined
const rows = [
  computerRow(1, { note: `<b>key ${key}</b> & pa55word!`, tags: ['-1+2', 'ü'], group: '@home' }),
  computerRow(2, { outcome: 'notification', previousOutcome: 'licensed', outcomeNext: 'Activate it.' }),
]

const entry = (sequence: number, changes: Partial<JournalEntry>): JournalEntry => ({
  sequence,
  at: `2026-11-22T12:00:0${sequence}.000Z`,
  planId: 'plan',
  batchId: null,
  planTitle: 'Set up KMS01',
  step: null,
  kind: 'plan',
  title: '',
  target: 'KMS01',
  equivalent: null,
  event: 'committed',
  outcome: null,
  error: null,
  who: String.raw`CONTOSO\anna`,
  ...changes,
})

const batch: RunBatch = {
  batchId: 'batch',
  title: 'Configure KMS clients',
  createdAt: '2026-11-22T12:30:00.000Z',
  startedAt: '2026-11-22T12:30:01.000Z',
  endedAt: '2026-11-22T12:31:00.000Z',
  state: 'stopped',
  steps: ['Activate Windows'],
  counts: new Map([
    ['done', 2],
    ['failed', 1],
    ['pending', 1],
  ]),
  troubles: [{ name: '<i>PC7', message: `The key ${key} was refused.` }],
}

const report = (): Report => {
  const summary = createSummary('2026-11-22T14:00:00+01:00')
  rows.forEach(summary.add)
  const plans = createPlanGathering(mask)
  for (const line of [
    entry(5, { event: 'finished', outcome: 'Done after a second try' }),
    entry(4, { step: 0, event: 'done', who: String.raw`CONTOSO\ben` }),
    entry(3, { step: 0, event: 'failed' }),
    entry(1, {}),
  ])
    plans.add(line, null)
  return {
    head: {
      ...reportFormat,
      format: reportFormat.name,
      madeAt: '2026-11-22T14:00:00+01:00',
      madeBy: String.raw`CONTOSO\anna`,
      madeOn: 'LAPTOP7',
      appVersion: '0.1.0',
      place: 'The network',
      scope: 'All computers',
      computerCount: rows.length,
      scannedFrom: null,
      scannedTo: null,
      parts: ['summary', 'computers', 'changes', 'plans'],
    },
    summary: summary.finish(),
    computers: rows.map((row) => reportComputer(row, mask)),
    changes: rows.flatMap((row) => reportChange(row, mask) ?? []),
    plans: plans.finish(() => true, [batch]),
  }
}

test('a spreadsheet takes no cell for a formula', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '\r=1'])
    expect(harmless(formula)).toBe(`'${formula}`)
  expect(harmless('a=1')).toBe('a=1')
  expect(harmless(-5)).toBe('-5')
})

test('cells are parted by what Excel takes where the file is made', () => {
  expect(listSeparator('en-US')).toBe(',')
  expect(listSeparator('de-DE')).toBe(';')
})

test.each([',', ';'] as const)(
  'the CSV of the computers, parted by "%s", has a byte order mark and reads back as it was',
  async (separator) => {
    const text = await reportCsv(report(), 'computers', separator, breathe)
    expect(text.split('\r\n')[0]).toContain(`Computer${separator}Address used`)
    expect(text.codePointAt(0)).toBe(0xfe_ff)
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true })
    expect(errors).toEqual([])
    expect(data).toMatchObject([
      { Computer: 'pc1.contoso.com', Group: "'@home", Tags: "'-1+2; ü", State: 'Activated' },
      { Computer: 'pc2.contoso.com', State: 'Notification: not activated', 'What to do': 'Activate it.' },
    ])
  },
)

test('the JSON is valid, versioned, and has null for a part that was not asked for', async () => {
  const whole: unknown = JSON.parse(await reportJson(report(), breathe))
  expect(whole).toMatchObject({
    format: 'activation-field-kit-report',
    version: 1,
    computers: [{ name: 'pc1.contoso.com', keyLastFive: 'AB12C' }, {}],
    changes: [{ before: 'Activated', now: 'Notification: not activated' }],
    plans: [
      { kind: 'batch', targets: ['4 computers'], turns: { of: 'computers', total: 4, done: 2, failed: 1, left: 1 } },
      {
        kind: 'plan',
        by: [String.raw`CONTOSO\anna`, String.raw`CONTOSO\ben`],
        turns: { done: 1, failed: 0, total: 1 },
      },
    ],
  })
  const bare = { ...report(), summary: null, computers: [], changes: null, plans: null }
  expect(JSON.parse(await reportJson(bare, breathe))).toMatchObject({ summary: null, computers: [], plans: null })
})

const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

test('every field of the JSON stands in its description, and none stands there twice', async () => {
  const described = readFileSync(new URL('../../../docs/report-json.md', import.meta.url), 'utf8')
  const text = await reportJson(report(), breathe)
  expect([...new Set(namesIn(JSON.parse(text)))].filter((name) => !described.includes(`\`${name}\``))).toEqual([])
  const atTop = [...text.matchAll(/^ {2}"(\w+)":/gm)].map(([, name]) => name)
  expect(new Set(atTop).size).toBe(atTop.length)
})

test('the page holds what people typed as text, never as markup, and needs nothing but itself', async () => {
  const html = await reportHtml(report(), breathe)
  expect(html).toContain('&lt;b&gt;key')
  expect(html).not.toMatch(/<b>|<i>|<script|<img|<link|\ssrc=|\shref=/)
  expect(html).toContain('Done after a second try')
})

test('no format holds a key, a password or the account with which computers are reached', async () => {
  const made = report()
  const texts = [
    await reportCsv(made, 'computers', ',', breathe),
    await reportJson(made, breathe),
    await reportHtml(made, breathe),
  ]
  for (const text of texts)
    for (const secret of [key, key.replaceAll('-', ''), 'pa55word!', 'secret-account'])
      expect(text).not.toContain(secret)
})

test('ten thousand computers let others go on in between', async () => {
  const computers = Array.from({ length: 10_000 }, (_, index) => reportComputer(computerRow(index + 1), mask))
  let breaths = 0
  const html = await reportHtml({ ...report(), computers }, async () => {
    breaths += 1
  })
  expect(breaths).toBeGreaterThanOrEqual(40)
  expect(html).toContain('pc10000.contoso.com')
})
