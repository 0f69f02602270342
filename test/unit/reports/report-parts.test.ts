import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { createSummary, reportChange, reportComputer } from '../../../src-main/reports/report-computers.ts'
import { changesSection, computersSections } from '../../../src-main/reports/html-computers.ts'
import { summarySection } from '../../../src-main/reports/html-summary.ts'
import { createPlanGathering, type RunBatch } from '../../../src-main/reports/report-plans.ts'
import { computerRow, licence } from '../deployment/rows.ts'

const madeAt = '2026-11-22T14:00:00+01:00'
const asIs = (text: string): string => text
const breathe = async (): Promise<void> => undefined

const line = (changes: Partial<JournalEntry>): JournalEntry => ({
  sequence: 1,
  at: '2026-11-22T12:00:00.000Z',
  planId: 'one',
  batchId: null,
  planTitle: 'One',
  step: null,
  kind: 'plan',
  title: '',
  target: 'PC1',
  equivalent: null,
  event: 'committed',
  outcome: null,
  error: null,
  who: 'anna',
  ...changes,
})

const ended: RunBatch = {
  batchId: 'many',
  title: 'Many',
  createdAt: '2026-11-22T11:00:00.000Z',
  startedAt: '2026-11-22T11:00:01.000Z',
  endedAt: '2026-11-22T11:00:09.000Z',
  state: 'done',
  steps: ['Activate'],
  counts: new Map([['done', 3]]),
  troubles: [],
}

test('the figures at the beginning make up all computers', () => {
  const summary = createSummary(madeAt)
  summary.add(computerRow(1))
  summary.add(computerRow(2, { outcome: 'kms-host', isKmsHost: true }))
  summary.add(computerRow(3, { outcome: 'grace', licence: licence({ expiresAt: '2026-12-01T12:00:00.000Z' }) }))
  summary.add(computerRow(4, { outcome: 'notification', licence: licence({ expiresAt: '2026-11-01T12:00:00.000Z' }) }))
  summary.add(computerRow(5, { outcome: 'asleep', licence: null, os: null, lastScanAt: null }))
  const made = summary.finish()
  expect(made.figures).toEqual({ computers: 5, activated: 2, toDo: 2, notRead: 1, endingSoon: 2, kmsHosts: 1 })
  expect(made.byWindows).toContainEqual({ name: 'Not read yet', count: 1 })
  expect(summarySection(made)).toContain('<strong class="">2 of 5</strong>')
})

test('a long list of counts ends with what is left of it', () => {
  const summary = createSummary(madeAt)
  for (let host = 0; host < 20; host += 1) summary.add(computerRow(host + 1, { kmsHost: `kms${host}.contoso.com` }))
  expect(summarySection(summary.finish())).toContain('6 more</th><td class="figure">6</td>')
})

test('computers with something to do stand apart from activated ones, and a near end is marked', async () => {
  const rows = [
    computerRow(1),
    computerRow(2, { outcome: 'asleep', outcomeNext: 'Wake it.' }),
    computerRow(3, { licence: licence({ expiresAt: '2026-12-01T12:00:00.000Z' }) }),
    computerRow(4, { licence: licence({ kind: 'mak', expiresAt: null }) }),
  ].map((row) => reportComputer(row, asIs))
  const html = (await computersSections(rows, madeAt, breathe)).join('')
  const [open = '', done = ''] = html.split('<h2>Activated computers')
  expect(open).toContain('Wake it.')
  expect(open).not.toContain('pc1.')
  expect(done).toContain('3 computers.')
  expect(done).toMatch(/<span class="state warn">2026-12-01/)
  expect(done).toContain('Does not end')
  const none = (await computersSections([], madeAt, breathe)).join('')
  expect(none).toContain('None: every computer is activated.')
  expect(none).not.toContain('<table')
})

test('changes for the worse come first', async () => {
  const changes = [
    computerRow(1, { previousOutcome: 'notification' }),
    computerRow(2, { outcome: 'notification', previousOutcome: 'licensed' }),
  ].flatMap((row) => reportChange(row, asIs) ?? [])
  const html = (await changesSection(changes, breathe)).join('')
  expect(html.indexOf('pc2.')).toBeLessThan(html.indexOf('pc1.'))
  expect((await changesSection([], breathe)).join('')).toContain('No computer is in another state')
})

test('lines of the computers of a batch are its own, and who ran it is told', () => {
  const gathering = createPlanGathering(asIs)
  gathering.add(line({ planId: 'many-pc2', who: 'ben', step: 0, event: 'done' }), 'many')
  gathering.add(line({ planId: 'many', event: 'committed' }), 'many')
  gathering.add(line({ step: 1, title: 'Second', event: 'skipped' }), null)
  gathering.add(line({ step: 0, title: 'First', event: 'done' }), null)
  gathering.add(line({ planId: 'elsewhere' }), null)
  const plans = gathering.finish((id) => id === 'one', [ended])
  expect(plans).toMatchObject([
    { kind: 'plan', steps: ['First', 'Second'], turns: { total: 2, done: 1, skipped: 1, left: 0 } },
    { kind: 'batch', by: ['ben', 'anna'], result: 'Done at every computer.', targets: ['3 computers'] },
  ])
})

test('a batch tells how far it came and with how many computers something is wrong', () => {
  const counts: RunBatch['counts'] = new Map([
    ['done', 5],
    ['failed', 30],
    ['discarded', 2],
  ])
  const troubles = [{ name: 'PC7', message: 'Access denied.' }]
  const [told] = createPlanGathering(asIs).finish(() => true, [{ ...ended, counts, troubles, endedAt: null }])
  expect(told).toMatchObject({
    result: 'Ended; done at 5 of 37 computers.',
    turns: { failed: 30, left: 2 },
    moreTroubles: 29,
  })
  const states = ['running', 'waiting', 'stopped', 'interrupted', 'discarded'] as const
  const results = states.map((state) => createPlanGathering(asIs).finish(() => true, [{ ...ended, state }])[0]?.result)
  expect(new Set(results).size).toBe(states.length)
})
