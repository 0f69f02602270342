import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import type { ScanState } from '../../../src-main/contract/models/scan.ts'
import { openScanWorld, type ScanWorld } from './scan-fixture.ts'

/** Real processes on a busy computer: states are waited for, and only a hang ends the wait. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let world: ScanWorld
afterEach(() => world.close())

const outcome = (host: string) => world.result(host)?.outcome
const total = ({ counts }: ScanState): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Resolves with the first state of which the condition holds. */
const until = (condition: (state: ScanState) => boolean): Promise<ScanState> =>
  new Promise((resolve) => {
    const end = world.scans.subscribe(world.place, (state) => {
      if (!condition(state)) return
      resolve(state)
      queueMicrotask(() => end())
    })
  })

describe('a scan of Contoso', () => {
  it('tells of every computer what its state is', async () => {
    world = openScanWorld('contoso-2009')
    await world.scan()
    expect(world.written).toHaveLength(world.hosts.length)
    expect(outcome('mak01')).toBe('licensed')
    expect(outcome('asleep01')).toBe('asleep')
    expect(outcome('nowmi01')).toBe('asleep')
    expect(outcome('ns01')).toBe('refused')
    expect(outcome('home01')).toBe('access-denied')
    expect(outcome('pc001')).toBe('grace')
    expect(world.result('mak01')?.read).toMatchObject({
      name: 'mak01.corp.contoso.test',
      os: { build: 7600, isServer: false },
      licence: { kind: 'mak', status: 'licensed', expiresAt: null },
    })
    expect(world.result('pc001')?.outcomeText).toMatch(/ends on \d+ \w+ \d{4}/)
    const state = world.scans.state(world.place)
    expect(state).toMatchObject({ state: 'done', done: world.hosts.length, underWay: 0, retrying: 0, error: null })
    expect(total(state)).toBe(world.hosts.length)
  })

  it('names the account where it is the reason', async () => {
    const accounts: Readonly<Record<string, readonly [user: string, password: string]>> = {
      home01: ['.\\owner', 'Rehearsal-Only-5'],
      pc001: ['CONTOSO\\admin', 'Rehearsal-Only-9'],
      pc002: ['CONTOSO\\clerk', 'Rehearsal-Only-2'],
      pc003: ['CONTOSO\\admin', 'Rehearsal-Only-1'],
    }
    world = openScanWorld('contoso-2009', {
      change: (subject, vault) => {
        if (subject.target.place !== 'lab') return subject
        if (subject.target.host === 'pc004') return { ...subject, passwordNeededFor: 'CONTOSO\\admin' }
        const [user, password] = accounts[subject.target.host] ?? []
        if (user === undefined || password === undefined) return subject
        const credential = { user, password: vault.put('password', password).ref }
        return { ...subject, target: { ...subject.target, credential } }
      },
    })
    await world.scan()
    const outcomes = ['home01', 'pc001', 'pc002', 'pc003', 'pc004'].map((host) => outcome(host))
    expect(outcomes).toEqual(['uac-filtered', 'wrong-password', 'access-denied', 'grace', 'wrong-password'])
    expect(world.result('pc004')?.outcomeText).toContain('not in memory')
    expect(JSON.stringify(world.written)).not.toContain('Rehearsal-Only')
  })

  it('is refused twice at the same time, and where there is nothing to scan', async () => {
    world = openScanWorld('contoso-2009')
    const scanning = world.scan()
    await expect(world.scan()).rejects.toMatchObject({ error: { code: 'busy' } })
    await scanning
    const unfinished = world.scan({ selection: { which: 'unfinished' } })
    await expect(unfinished).rejects.toMatchObject({ error: { code: 'not-found' } })
  })

  it('ends where results cannot be written, says why, and can be continued', async () => {
    let full = true
    world = openScanWorld('contoso-2009', {
      record: () => {
        if (full) throw new AppFailure({ code: 'disk-full', message: 'The disk is full.', retryable: true })
      },
    })
    await world.scan()
    expect(world.scans.state(world.place)).toMatchObject({ state: 'stopped', error: { code: 'disk-full' } })
    full = false
    await world.scan({ selection: { which: 'unfinished' } })
    expect(new Set(world.written.map(({ id }) => id)).size).toBe(world.hosts.length)
  })
})

describe('a scan of Woodgrove with faults', () => {
  it('asks a refused computer once more at the end', async () => {
    world = openScanWorld('woodgrove-100')
    const [once, always] = [world.hosts[50] ?? '', world.hosts[55] ?? '']
    await world.lab.setFault({ host: once, operation: 'connect', effect: { kind: 'refuse' }, times: 1 })
    await world.lab.setFault({ host: always, operation: 'connect', effect: { kind: 'refuse' } })
    await world.scan()
    expect(outcome(once)).toBe('licensed')
    expect(outcome(always)).toBe('refused')
    expect(world.written).toHaveLength(100)
    const asked = (wanted: string) => world.lab.calls().filter(({ op, host }) => op === 'connect' && host === wanted)
    expect(asked(always)).toHaveLength(2)
    expect(asked(world.hosts[70] ?? '')).toHaveLength(1)
  })

  it('counts right with 5 % refused, 5 % hung and an engine killed', async () => {
    world = openScanWorld('woodgrove-100')
    for (const host of world.hosts.slice(50, 55))
      await world.lab.setFault({ host, operation: 'connect', effect: { kind: 'refuse' } })
    for (const host of world.hosts.slice(60, 65))
      await world.lab.setFault({ host, operation: 'query', effect: { kind: 'hang', applied: false } })
    const scanning = world.scan({ concurrency: 16, deadlineSeconds: 8 })
    await until(({ done }) => done > 20)
    world.engines[0]?.kill()
    await scanning
    const { counts, done, state } = world.scans.state(world.place)
    expect({ done, state }).toEqual({ done: 100, state: 'done' })
    expect(counts).toMatchObject({ refused: 5, 'timed-out': 5, asleep: 1, 'kms-host': 3, 'access-denied': 1 })
    expect(counts).not.toHaveProperty('engine-lost')
    expect(new Set(world.written.map(({ id }) => id)).size).toBe(100)
    expect(world.written).toHaveLength(100)
  })

  it('loses nothing where an engine is killed: its computers are asked again', async () => {
    world = openScanWorld('woodgrove-1000')
    const scanning = world.scan({ concurrency: 64 })
    await until(({ done }) => done > 200)
    world.engines[0]?.kill()
    const after = await until(({ retrying }) => retrying > 12)
    expect(after.state).toBe('running')
    await scanning
    expect(world.engines.length).toBeGreaterThan(2)
    expect(new Set(world.written.map(({ id }) => id)).size).toBe(1000)
    expect(world.written).toHaveLength(1000)
    expect(world.scans.state(world.place).counts).not.toHaveProperty('engine-lost')
  })

  it('keeps what is known when it is stopped, and goes on with the rest', async () => {
    world = openScanWorld('woodgrove-1000')
    const scanning = world.scan()
    await until(({ done }) => done > 100)
    world.scans.stop(world.place)
    await scanning
    const stopped = world.scans.state(world.place)
    expect(stopped).toMatchObject({ state: 'stopped', underWay: 0, retrying: 0, remainingSeconds: null })
    expect(stopped.done).toBe(world.written.length)
    expect(stopped.done).toBeLessThan(1000)
    await world.scan({ selection: { which: 'unfinished' } })
    expect(world.scans.state(world.place)).toMatchObject({ state: 'done', total: 1000 - stopped.done })
    expect(world.written.map(({ id }) => id).toSorted((left, right) => left - right)).toEqual(
      world.hosts.map((_host, index) => index + 1),
    )
  })
})
