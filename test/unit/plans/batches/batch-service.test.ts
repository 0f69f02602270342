import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BatchRequest, type BatchPolicy, type BatchView } from '../../../../src-main/contract/models/batch.ts'
import type { TargetRef } from '../../../../src-main/contract/models/target.ts'
import { parseLine } from '../../../../src-main/lab/storage/call-log.ts'
import { refusal } from '../toy-world.ts'
import { clientsOf, settingMethods, startBatchApp, threeSettings, type BatchApp } from './batch-app.ts'

const scenario = 'woodgrove-1000'
let folder: string
let app: BatchApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'))
  app = startBatchApp(folder, { scenario })
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

const restart = (): void => {
  app.close()
  app = startBatchApp(folder, { scenario })
}
const propose = (targets: readonly TargetRef[], policy: Partial<BatchPolicy> = {}): Promise<BatchView> =>
  app.batches.propose(BatchRequest.parse({ draft: threeSettings, targets, policy }))
const run = async (targets: readonly TargetRef[], policy: Partial<BatchPolicy> = {}): Promise<BatchView> => {
  const { batchId, digest } = await propose(targets, policy)
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  return app.batches.get(batchId)
}
const rowsOf = (batchId: string) => app.batches.rows({ batchId, states: null, offset: 0, limit: 500 }).rows
const writes = (): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const line of readFileSync(join(folder, 'lab', 'calls.jsonl'), 'utf8').split('\n')) {
    const call = parseLine(line)
    if (call?.op !== 'call' || call.method === undefined) continue
    if (settingMethods.some((method) => method === call.method))
      counts[`${call.host} ${call.method}`] = (counts[`${call.host} ${call.method}`] ?? 0) + 1
  }
  return counts
}
const asleep: TargetRef = { place: 'lab', scenario, host: 'ber-pc00210' }
const denied: TargetRef = { place: 'lab', scenario, host: 'lis-pc00111' }

it('does every step on every computer once, in turns, and says so in counts, rows and the journal', async () => {
  const targets = clientsOf(scenario, 15)
  const view = await run(targets, { concurrency: 8 })
  expect(view).toMatchObject({ state: 'done', haltedBy: null, total: 15, counts: { done: 15, failed: 0, pending: 0 } })
  expect(rowsOf(view.batchId).map(({ state, steps }) => [state, ...steps.map((step) => step.state)])).toEqual(
    Array.from({ length: 15 }, () => ['done', 'done', 'done', 'done']),
  )
  expect(Object.values(writes())).toEqual(Array.from({ length: 45 }, () => 1))
  const events = app.store.read({ before: null, limit: 500 }).map(({ event }) => event)
  expect(events.filter((event) => event === 'will-run')).toHaveLength(45)
  expect(app.plans.unfinished()).toEqual([])
})

it('skips a computer that is set like this already, and keeps a failure to the computer that it is of', async () => {
  const [one, ...others] = clientsOf(scenario, 4)
  if (one === undefined) throw new Error('There is no client.')
  await run([one])
  const view = await run([one, asleep, denied, ...others])
  expect(view).toMatchObject({ state: 'done', counts: { skipped: 1, failed: 2, done: 3 } })
  const [skipped, unreachable, refused] = rowsOf(view.batchId)
  expect(skipped?.error?.message).toContain('is set like this already')
  expect(unreachable?.error).toMatchObject({
    code: 'rpc-unavailable',
    target: asleep.place === 'lab' ? asleep.host : '',
  })
  expect(refused?.error).toMatchObject({ code: 'access-denied' })
  expect(refused?.error?.remedy).not.toBe('')
})

it('skips a computer whose Windows lacks what a step needs, with what it needs, and writes nothing to it', async () => {
  const seven: TargetRef = { place: 'lab', scenario, host: 'ath-pc00123' }
  const view = await run([seven, ...clientsOf(scenario, 2)], { onFailure: 'stop-at-first' })
  expect(view).toMatchObject({ state: 'done', counts: { skipped: 1, done: 2, failed: 0 } })
  const [skipped] = rowsOf(view.batchId)
  expect(skipped).toMatchObject({ state: 'skipped', steps: [], error: { code: 'unsupported-version' } })
  expect(skipped?.error?.message).toContain('needs Windows 8')
  expect(Object.keys(writes()).filter((write) => write.startsWith('ath-pc00123'))).toEqual([])
})

it('asks for a consent where it spends what nobody gives back, and starts nothing without it', async () => {
  const targets = clientsOf(scenario, 2)
  const draft = { wizard: 'prepare-image', task: { do: 'rearm-windows' } }
  const { batchId, digest, consents } = await app.batches.propose(BatchRequest.parse({ draft, targets }))
  expect(consents).toEqual(['rearms'])
  expect(await refusal(() => app.batches.commit({ batchId, digest }))).toBe('consent-missing')
  app.batches.consent({ batchId, digest, consent: 'rearms' })
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  expect(app.batches.get(batchId)).toMatchObject({ state: 'done', counts: { done: 2 } })
  const lines = app.store.read({ before: null, limit: 100 })
  expect(new Set(lines.map((line) => line.batchId))).toEqual(new Set([batchId]))
  expect(lines.filter(({ planId, event }) => planId === batchId && event === 'consented')).toHaveLength(1)
})

it.each([
  ['stop-at-first', 1, 9],
  [{ stopAfter: 2 }, 2, 8],
] as const)('stops after failures: %j', async (onFailure, failed, pending) => {
  const view = await run([asleep, denied, ...clientsOf(scenario, 8)], { onFailure, concurrency: 1 })
  expect(view).toMatchObject({ state: 'stopped', haltedBy: 'failures', counts: { failed, pending } })
  await app.batches.resume({ batchId: view.batchId, secrets: {} })
  await app.batches.idle()
  expect(app.batches.get(view.batchId).counts.done).toBe(onFailure === 'stop-at-first' ? 0 : 8)
})

it('does the first computers and waits for a person, over a restart as well', async () => {
  const view = await run(clientsOf(scenario, 10), { canary: 3, concurrency: 8 })
  expect(view).toMatchObject({ state: 'waiting', haltedBy: 'canary', counts: { done: 3, pending: 7 } })
  restart()
  expect(app.batches.unfinished().map(({ batchId, state }) => [batchId, state])).toEqual([[view.batchId, 'waiting']])
  expect(await refusal(() => app.batches.resume({ batchId: view.batchId, secrets: {} }))).toBe('already-used')
  await app.batches.continueAfterCanary({ batchId: view.batchId, secrets: {} })
  await app.batches.idle()
  expect(app.batches.get(view.batchId)).toMatchObject({ state: 'done', counts: { done: 10 } })
  expect(Object.values(writes())).toEqual(Array.from({ length: 30 }, () => 1))
})

it('stops after the running steps and goes on where it was', async () => {
  const { batchId, digest } = await propose(clientsOf(scenario, 16), { concurrency: 4 })
  let stopped = false
  app.batches.subscribe(batchId, ({ batch }) => {
    if (batch.counts.done < 2 || stopped) return
    stopped = true
    app.batches.stop(batchId)
  })
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  const rested = app.batches.get(batchId)
  expect(rested).toMatchObject({ state: 'stopped', haltedBy: 'person' })
  expect(rested.counts.done).toBeLessThan(16)
  await app.batches.resume({ batchId, secrets: {} })
  await app.batches.idle()
  expect(app.batches.get(batchId)).toMatchObject({ state: 'done', counts: { done: 16 } })
  expect(Object.values(writes())).toEqual(Array.from({ length: 48 }, () => 1))
})

it('takes up the failed computers alone in a new batch', async () => {
  const first = await run([denied, ...clientsOf(scenario, 3)])
  const again = await app.batches.retryFailed({ batchId: first.batchId, secrets: {} })
  expect(again).toMatchObject({ state: 'proposed', total: 1, retryOf: first.batchId })
  expect(rowsOf(again.batchId).map(({ name }) => name)).toEqual(['lis-pc00111'])
})

it('leaves a computer alone on which another plan works', async () => {
  const targets = clientsOf(scenario, 3)
  const [first] = targets
  if (first === undefined) throw new Error('There is no client.')
  const release = app.busy.hold(first, 'one', 'Another plan')
  const view = await run(targets)
  release()
  expect(view.counts).toMatchObject({ failed: 1, done: 2 })
  expect(rowsOf(view.batchId)[0]?.error).toMatchObject({ code: 'busy' })
})

it('takes a computer that is named twice once, and refuses one with two accounts', async () => {
  const [one] = clientsOf(scenario, 1)
  if (one === undefined || one.place === 'this-computer') throw new Error('There is no client.')
  const upper = { ...one, host: one.host.toUpperCase() }
  const view = await propose([one, upper])
  expect(view.total).toBe(1)
  expect(view.findings).toMatchObject([{ check: 'named-twice' }])
  const { ref } = app.vault.put('password', 'Rehearsal-Only-1')
  const withAccount = { ...upper, credential: { user: 'WOODGROVE\\admin', password: ref } }
  expect(await refusal(() => propose([one, withAccount]))).toBe('invalid-input')
})

it('refuses a digest that was not shown, a second commit, and a document that was altered on disk', async () => {
  const { batchId, digest } = await propose(clientsOf(scenario, 6), { canary: 2 })
  expect(await refusal(() => app.batches.commit({ batchId, digest: '0'.repeat(64) }))).toBe('digest-mismatch')
  await app.batches.commit({ batchId, digest })
  expect(await refusal(() => app.batches.commit({ batchId, digest }))).toBe('already-used')
  await app.batches.idle()
  const database = new Database(join(folder, 'journal.sqlite'))
  database.prepare(`UPDATE batch_computers SET target = replace(target, 'pc', 'sv') WHERE position = 5`).run()
  database.close()
  expect(await refusal(() => app.batches.continueAfterCanary({ batchId, secrets: {} }))).toBe('digest-mismatch')
  expect(app.batches.get(batchId).state).toBe('waiting')
})

it('keeps no secret on disk, asks for it again after a restart and takes no other', async () => {
  const password = 'Rehearsal-Only-1'
  const withAccount = (ref: string): readonly TargetRef[] =>
    clientsOf(scenario, 4).map((target) =>
      target.place === 'this-computer'
        ? target
        : { ...target, credential: { user: 'WOODGROVE\\admin', password: ref } },
    )
  const view = await run(withAccount(app.vault.put('password', password).ref), { canary: 1 })
  expect(view).toMatchObject({ state: 'waiting', missingSecrets: [] })
  restart()
  expect(app.batches.get(view.batchId).missingSecrets).toMatchObject([{ name: 'password', kind: 'password' }])
  expect(await refusal(() => app.batches.continueAfterCanary({ batchId: view.batchId, secrets: {} }))).toBe(
    'secret-missing',
  )
  const { ref } = app.vault.put('password', password)
  await app.batches.continueAfterCanary({ batchId: view.batchId, secrets: { password: ref } })
  await app.batches.idle()
  expect(app.batches.get(view.batchId)).toMatchObject({ state: 'done', counts: { done: 4 } })
  for (const file of ['journal.sqlite', 'journal.sqlite-wal'])
    expect(readFileSync(join(folder, file)).includes(password)).toBe(false)
})

it('chooses the client setup key at each computer, writes it down, and skips a computer that it does not fit', async () => {
  const hosts = ['osl-pc00112', 'ath-pc00113', 'rig-pc00119']
  const targets = hosts.map((host): TargetRef => ({ place: 'lab', scenario, host }))
  const draft = {
    wizard: 'convert-computer',
    conversion: { direction: 'mak-to-kms', setupKey: { from: 'suggested' }, activateNow: false },
    overruled: [],
  }
  const { batchId, digest, steps } = await app.batches.propose(BatchRequest.parse({ draft, targets }))
  expect(steps.map(({ title, perComputer }) => [title, perComputer === null])).toEqual([
    [expect.any(String), true],
    ['Install the client setup key of the computer’s edition', false],
  ])
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  const rows = rowsOf(batchId)
  expect(rows.map(({ state }) => state)).toEqual(['done', 'done', 'skipped'])
  expect(rows[2]?.error?.message).toContain('does not fit')
  const committed = app.store.read({ before: null, limit: 100 }).filter(({ event }) => event === 'committed')
  expect(committed.filter(({ outcome }) => outcome?.includes('Decided here'))).toHaveLength(2)
})

it('counts a computer as done whose activation waits for a KMS host, and says in its row what is open', async () => {
  const target: TargetRef = { place: 'lab', scenario: 'contoso-2009', host: 'MAK01' }
  app.close()
  const own = join(folder, 'contoso')
  mkdirSync(own)
  app = startBatchApp(own, { scenario: 'contoso-2009' })
  const draft = {
    wizard: 'convert-computer',
    conversion: { direction: 'mak-to-kms', setupKey: { from: 'suggested' } },
    overruled: [],
  }
  const { batchId, digest } = await app.batches.propose(BatchRequest.parse({ draft, targets: [target] }))
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  expect(app.batches.get(batchId)).toMatchObject({ state: 'done', counts: { done: 1, failed: 0 } })
  const [row] = rowsOf(batchId)
  expect(row).toMatchObject({ state: 'done', error: null })
  expect(row?.steps.at(-1)).toMatchObject({ state: 'done', error: { code: 'activation-pending', hresult: 0x8007232b } })
})
