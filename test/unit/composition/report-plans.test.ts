import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRunPlans } from '../../../src-main/composition/report-plans.ts'
import { BatchRequest } from '../../../src-main/contract/models/batch.ts'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ReportPlan } from '../../../src-main/reports/report-model.ts'
import { clientsOf, startBatchApp, threeSettings, type BatchApp } from '../plans/batches/batch-app.ts'
import { refusal } from '../plans/toy-world.ts'

const scenario = 'woodgrove-1000'
const here: EstatePlace = { place: 'lab', scenario }
const asleep = { place: 'lab', scenario, host: 'ber-pc00210' } as const
let folder: string
let app: BatchApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-plans-'))
  app = startBatchApp(folder, { scenario })
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (
  place: EstatePlace,
  hosts: readonly string[] | null = null,
  signal = new AbortController().signal,
): Promise<readonly ReportPlan[]> =>
  readRunPlans({ ...app, mask: (text) => text }, place, hosts && new Set(hosts), signal)

test('a batch is one entry with its figures and what went wrong, in its place and for its computers alone', async () => {
  const clients = clientsOf(scenario, 3)
  const { batchId, digest } = await app.batches.propose(
    BatchRequest.parse({ draft: threeSettings, targets: [...clients, asleep] }),
  )
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  const whole = await read(here)
  expect(whole).toMatchObject([
    {
      kind: 'batch',
      targets: ['4 computers'],
      turns: { of: 'computers', total: 4, done: 3, failed: 1, left: 0 },
      troubles: [{ message: expect.stringMatching(/does not answer/) }],
      moreTroubles: 0,
    },
  ])
  expect(whole[0]?.steps).toHaveLength(3)
  expect(whole[0]?.by).toHaveLength(1)
  expect(await read({ place: 'network' })).toEqual([])
  expect(await read({ place: 'lab', scenario: 'woodgrove-100' })).toEqual([])
  expect(await read(here, ['ber-pc00210'])).toEqual(whole)
  expect(await read(here, ['rig-pc00999.corp.woodgrove.test'])).toEqual([])
})

test('a report that is given up while plans are read ends as cancelled', async () => {
  const { batchId, digest } = await app.batches.propose(
    BatchRequest.parse({ draft: threeSettings, targets: clientsOf(scenario, 1) }),
  )
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()
  expect(await refusal(() => read(here, null, AbortSignal.abort()))).toBe('cancelled')
})
