import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { batchEstateOf } from '../../../../src-main/composition/batch-estate.ts'
import { createEstate, type Estate } from '../../../../src-main/composition/estate/estate-service.ts'
import { BatchRequest, type BatchView } from '../../../../src-main/contract/models/batch.ts'
import { systemClock } from '../../../../src-main/plans/clock.ts'
import { refusal } from '../toy-world.ts'
import { clientsOf, startBatchApp, threeSettings, type BatchApp } from './batch-app.ts'

const scenario = 'woodgrove-1000'
const place = { place: 'lab', scenario } as const
const admin = String.raw`WOODGROVE\admin`
let folder: string
let app: BatchApp
let estate: Estate

const start = (): void => {
  app = startBatchApp(folder, {
    scenario,
    estate: ({ store, vault }) => {
      estate = createEstate({
        store: store.estate,
        vault,
        clock: systemClock,
        searchDirectory: () => Promise.reject(new Error('There is no directory.')),
      })
      return batchEstateOf(estate.register)
    },
  })
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-accounts-'))
  start()
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

const hosts = clientsOf(scenario, 5).flatMap((target) => (target.place === 'lab' ? [target.host] : []))
const addHosts = (group: string | null): readonly number[] =>
  app.store.estate.add(
    place,
    hosts.map((host) => ({ host, group, tags: [], note: null, ou: null, source: 'typed' as const })),
    { at: new Date().toISOString(), updateKnown: false, more: false },
  ).added
const password = (text: string) => ({ user: admin, password: app.vault.put('password', text).ref })
const setAccount = (ids: readonly number[], text: string) =>
  estate.service.change(place, ids, { credential: password(text) }, new AbortController().signal)
const propose = (ids: readonly number[]): Promise<BatchView> =>
  app.batches.propose(BatchRequest.parse({ draft: threeSettings, targets: { place, ids } }))
const run = async ({ batchId, digest }: BatchView): Promise<BatchView> => {
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  return app.batches.get(batchId)
}
const rowsOf = (batchId: string) => app.batches.rows({ batchId, states: null, offset: 0, limit: 500 }).rows

it('takes computers by their numbers, with their own account or else their group’s', async () => {
  const ids = addHosts('Clients')
  estate.service.changeGroup({ place, name: 'Clients', credential: password('Rehearsal-Only-1') })
  await setAccount(ids.slice(0, 1), 'wrong')
  const view = await run(await propose(ids))
  expect(view).toMatchObject({ total: 5, counts: { done: 4, failed: 1 } })
  expect(rowsOf(view.batchId).map(({ state }) => state)).toEqual(['failed', 'done', 'done', 'done', 'done'])
  expect(rowsOf(view.batchId)[0]?.error).toMatchObject({ code: 'wrong-password' })
  expect(rowsOf(view.batchId)[0]?.error?.remedy).not.toBe('')
})

it('gives a computer that is only named the account of the list', async () => {
  const ids = addHosts(null)
  await setAccount(ids, 'wrong')
  const { batchId } = await run(
    await app.batches.propose(BatchRequest.parse({ draft: threeSettings, targets: clientsOf(scenario, 2) })),
  )
  expect(rowsOf(batchId).map(({ error }) => error?.code)).toEqual(['wrong-password', 'wrong-password'])
})

it('runs the failed again with the password that was entered since, and no one else', async () => {
  const ids = addHosts(null)
  await setAccount(ids.slice(0, 2), 'wrong')
  const first = await run(await propose(ids))
  expect(first).toMatchObject({ counts: { done: 3, failed: 2 }, missingSecrets: [] })
  await setAccount(ids.slice(0, 2), 'Rehearsal-Only-1')
  const again = await app.batches.retryFailed({ batchId: first.batchId, secrets: {} })
  expect(await run(again)).toMatchObject({ total: 2, retryOf: first.batchId, counts: { done: 2 } })
})

it('refuses computers whose password is not in memory, by account and number', async () => {
  const ids = addHosts(null)
  await setAccount(ids.slice(0, 3), 'Rehearsal-Only-1')
  app.close()
  start()
  const failure = await propose(ids).catch((thrown: unknown) => thrown)
  expect(failure).toMatchObject({
    error: { code: 'secret-missing', field: 'passwords', message: expect.stringContaining(`${admin} (3 computers)`) },
  })
  expect((await propose(ids.slice(3))).total).toBe(2)
})

it('refuses computers that are no longer in the list', async () => {
  const ids = addHosts(null)
  await estate.service.remove(place, ids.slice(0, 1), new AbortController().signal)
  expect(await refusal(() => propose(ids))).toBe('not-found')
})
