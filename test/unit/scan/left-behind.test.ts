import { expect, it } from 'vitest'
import { createScanService } from '../../../src-main/scan/scan-service.ts'
import type { ScanParts } from '../../../src-main/scan/scan-parts.ts'
import type { OpenedEstate } from '../composition/estate/estate-fixture.ts'
import { network, never, openEstate, scanned } from '../composition/estate/estate-fixture.ts'

const options = { place: network, concurrency: 4, deadlineSeconds: 5 } as const
/** A minute after the results of `scanned`. */
const later = new Date('2026-11-22T11:01:00.000Z')

/** Scans over an estate whose computers answer as told, and say which were asked. */
const scansOf = ({ register, vault }: OpenedEstate, read: ScanParts['read'], now = later) =>
  createScanService({
    book: register,
    vault,
    read,
    rest: () => undefined,
    now: () => now,
    later: () => () => undefined,
  })
const hanging: ScanParts['read'] = () => new Promise(() => {})

it('a scan that was killed is told of after the restart, and continued with the computers that it left', async () => {
  const before = openEstate()
  const ids = await before.addNames('pc01 pc02 pc03 pc04 pc05')
  const [first = 0, second = 0, third = 0] = ids
  // Read an hour earlier: to the scan that comes it says nothing.
  before.register.record(network, [scanned(third)])
  scansOf(before, hanging).start({ ...options, selection: { which: 'computers', ids: ids.slice(0, 4) } })
  before.register.record(
    network,
    [first, second].map((id) => scanned(id, { at: later.toISOString() })),
  )

  const after = before.reopened()
  const asked: (string | null)[] = []
  const scans = scansOf(after, ({ host }) => {
    asked.push(host)
    return Promise.reject(new Error('Nothing is to be read here.'))
  })
  expect(scans.state(network)).toMatchObject({
    state: 'stopped',
    startedAt: later.toISOString(),
    total: 4,
    done: 2,
    underWay: 0,
    counts: { licensed: 2 },
    concurrency: 4,
    deadlineSeconds: 5,
  })
  expect(scans.state({ place: 'lab', scenario: 'woodgrove-100' })).toMatchObject({ state: 'idle' })
  scans.start({ ...options, selection: { which: 'unfinished' } })
  await scans.idle()
  expect(new Set(asked)).toEqual(new Set(['pc03', 'pc04']))
  expect(scans.state(network)).toMatchObject({ state: 'done', total: 2, done: 2 })
  expect(scansOf(after, hanging).state(network)).toMatchObject({ state: 'idle' })
})

it('computers that were taken out of the list meanwhile are not left behind', async () => {
  const before = openEstate()
  const ids = await before.addNames('pc01 pc02')
  scansOf(before, hanging).start({ ...options, selection: { which: 'all' } })
  await before.service.remove(network, ids, never)
  const scans = scansOf(before.reopened(), hanging)
  expect(scans.state(network)).toMatchObject({ state: 'idle', total: 0 })
  expect(() => scans.start({ ...options, selection: { which: 'unfinished' } })).toThrow('No stopped scan')
})
