import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReportService, type ReportServiceParts } from '../../../src-main/composition/report-service.ts'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import type { ReportQuestion } from '../../../src-main/contract/models/report.ts'
import type { FileToSave } from '../../../src-main/handlers/service-interfaces.ts'
import { openJournal, type JournalStore } from '../../../src-main/store/journal-store.ts'
import { computerRow } from '../deployment/rows.ts'
import { refusal } from '../plans/toy-world.ts'

const rows = [computerRow(1), computerRow(2, { outcome: 'asleep', licence: null })]
const never = new AbortController().signal
let store: JournalStore
beforeEach(() => {
  store = openJournal({ path: ':memory:', now: () => new Date() })
})
afterEach(() => store.close())

const question: ReportQuestion = {
  place: { place: 'network' },
  scope: { which: 'all' },
  parts: ['summary', 'computers', 'changes', 'plans'],
  format: 'json',
}

const service = (changes: Partial<ReportServiceParts> = {}) => {
  const files: FileToSave[] = []
  const reports = createReportService({
    register: {
      rows: (_place, after) => rows.filter(({ id }) => id > after),
      rowsOf: (_place, ids) => rows.filter(({ id }) => ids.includes(id)),
    },
    store,
    batches: {
      get: () => {
        throw new AppFailure({ code: 'not-found', message: 'There is none.', retryable: false })
      },
    },
    files: {
      save: async (file) => {
        files.push(file)
        return true
      },
    } as ReportServiceParts['files'],
    printPdf: async () => new Uint8Array(),
    mask: (text) => text,
    clock: { now: () => new Date('2026-11-22T12:00:00.000Z') },
    who: 'CONTOSO\\anna',
    computerName: 'LAPTOP7',
    version: '0.1.0',
    ...changes,
  })
  return { reports, files }
}

test('a report of chosen computers is about them alone, and its name says when it was made', async () => {
  const { reports, files } = service()
  const scope: ReportQuestion['scope'] = { which: 'computers', ids: [2], label: 'Selection' }
  expect(await reports.save({ ...question, scope }, never)).toEqual({ saved: true, computers: 1 })
  expect(files[0]?.suggestedName).toMatch(/^activation-report-2026-11-2\d-\d{4}\.json$/)
  expect(JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString('utf8'))).toMatchObject({
    scope: 'Selection',
    computerCount: 1,
    computers: [{ name: 'pc2.contoso.com' }],
    summary: { figures: { computers: 1, notRead: 1 } },
    plans: [],
  })
})

test('a CSV file of two tables is refused, and one of each is saved', async () => {
  const { reports, files } = service()
  expect(await refusal(() => reports.save({ ...question, format: 'csv' }, never))).toBe('invalid-input')
  expect(files).toEqual([])
  for (const part of question.parts) await reports.save({ ...question, format: 'csv', parts: [part] }, never)
  expect(files.map(({ suggestedName }) => /report-([a-z]+)-/.exec(suggestedName)?.[1])).toEqual(question.parts)
})

test('a report that is given up while it is printed asks for no place', async () => {
  const giving = new AbortController()
  const { reports, files } = service({
    printPdf: async () => {
      giving.abort()
      return new Uint8Array()
    },
  })
  expect(await refusal(() => reports.save({ ...question, format: 'pdf' }, giving.signal))).toBe('cancelled')
  expect(files).toEqual([])
})
