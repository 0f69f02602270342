import { describe, expect, it } from 'vitest'
import { simulateScan } from './simulated-scan.ts'

const hosts = Array.from({ length: 100 }, (_, index) => `pc${String(index).padStart(3, '0')}`)
const hung = new Set(['pc010', 'pc030', 'pc050', 'pc070', 'pc090'])

/** Five of a hundred never answer, the others take a second. */
const fiveHang = (host: string): number | null => (hung.has(host) ? null : 1000)

describe('a scan in which 5 of 100 computers hang', () => {
  it('reads the others at the pace of the places that are left, and gives up the five at their deadline, twice', async () => {
    const scan = simulateScan(hosts, fiveHang)
    scan.start()
    // 95 computers of a second each, in ten places of which at most five hang.
    await scan.pass(20_000)
    expect(scan.scans.state(scan.place)).toMatchObject({ done: 95, underWay: 5, retrying: 0, state: 'running' })
    await scan.pass(60_000)
    expect(scan.scans.state(scan.place)).toMatchObject({
      state: 'done',
      done: 100,
      counts: { 'access-denied': 95, 'timed-out': 5 },
    })
    expect(scan.written).toHaveLength(100)
    expect(scan.mostAtOnce()).toBe(10)
  })

  it('tells a remaining time that counts the deadlines and second tries of those that hang', async () => {
    const scan = simulateScan(hosts, fiveHang)
    scan.start()
    const remaining = (): number => scan.scans.state(scan.place).remainingSeconds ?? Number.NaN
    await scan.pass(1000)
    expect(scan.scans.state(scan.place).remainingSeconds).toBeNull()
    await scan.pass(19_000)
    // Five wait for the end of their 30 seconds and get 30 more each; nothing else is left.
    const left = remaining()
    expect(left).toBeGreaterThan(30)
    expect(left).toBeLessThanOrEqual(60)
    await scan.pass(10_000)
    expect(remaining()).toBeLessThanOrEqual(left - 5)
    const told = [remaining()]
    while (scan.scans.state(scan.place).state === 'running') {
      await scan.pass(5000)
      told.push(remaining())
    }
    const known = told.filter((seconds) => !Number.isNaN(seconds))
    expect(known.toSorted((one, other) => other - one)).toEqual(known)
  })
})

describe('the remaining time', () => {
  it('is told on while nothing but computers that hang is left', async () => {
    const scan = simulateScan(hosts, fiveHang)
    scan.start()
    await scan.pass(20_000)
    const told: (number | null)[] = []
    const leave = scan.scans.subscribe(scan.place, ({ remainingSeconds }) => told.push(remainingSeconds))
    await scan.pass(8_000)
    leave()
    expect(told.length).toBeGreaterThanOrEqual(8)
    expect(new Set(told).size).toBeGreaterThanOrEqual(8)
    const before = told.length
    await scan.pass(8_000)
    expect(told).toHaveLength(before)
  })

  it('is near the truth where all computers answer alike', async () => {
    const scan = simulateScan(hosts, () => 2000)
    scan.start({ concurrency: 5 })
    await scan.pass(10_000)
    // A hundred computers of two seconds in five places take forty.
    const left = scan.scans.state(scan.place).remainingSeconds ?? 0
    expect(Math.abs(left - 30)).toBeLessThanOrEqual(3)
  })
})

describe('second tries', () => {
  it('come after every first try but do not wait for one that hangs', async () => {
    const order: string[] = []
    const scan = simulateScan(['hangs', 'late', 'fine'], (host, attempt) => {
      order.push(`${host} ${attempt}`)
      // Longer than the deadline at first, so that a second try is due while the other still hangs.
      if (host === 'late') return attempt === 1 ? null : 100
      return host === 'hangs' ? null : 100
    })
    scan.start({ concurrency: 1, deadlineSeconds: 5 })
    await scan.pass(30_000)
    expect(order).toEqual(['hangs 1', 'late 1', 'fine 1', 'hangs 2', 'late 2'])
    expect(scan.written.map(({ id, outcome }) => [id, outcome])).toEqual([
      [3, 'access-denied'],
      [1, 'timed-out'],
      [2, 'access-denied'],
    ])
  })

  it('begin while another computer hangs in its first', async () => {
    const scan = simulateScan(['brief', 'hangs'], (host, attempt) => (host === 'brief' && attempt === 2 ? 100 : null))
    scan.start({ concurrency: 2, deadlineSeconds: 5 })
    await scan.pass(5_000)
    expect(scan.scans.state(scan.place)).toMatchObject({ underWay: 2, retrying: 0 })
    await scan.pass(100)
    expect(scan.written.map(({ id }) => id)).toEqual([])
    await scan.pass(1_000)
    expect(scan.written.map(({ id, outcome }) => [id, outcome])).toEqual([[1, 'access-denied']])
    expect(scan.scans.state(scan.place)).toMatchObject({ done: 1, underWay: 1 })
  })
})

describe('an engine that ends', () => {
  it('takes no try from the computers that it was reading, until it is theirs to blame', async () => {
    const tries = new Map<string, number>()
    const scan = simulateScan(['innocent', 'deadly', 'fine'], (host, attempt) => {
      tries.set(host, attempt)
      if (host === 'deadly') return 'lost'
      return host === 'innocent' && attempt < 3 ? 'lost' : 100
    })
    scan.start()
    await scan.pass(30_000)
    expect(Object.fromEntries(tries)).toEqual({ innocent: 3, deadly: 3, fine: 1 })
    expect(scan.scans.state(scan.place)).toMatchObject({
      state: 'done',
      retrying: 0,
      counts: { 'access-denied': 2, 'engine-lost': 1 },
    })
    expect(scan.written).toHaveLength(3)
  })
})

describe('a stopped scan', () => {
  it('keeps the result of a first try for computers that wait for their second, and reads the others later once', async () => {
    const scan = simulateScan(hosts, (host) => (hung.has(host) ? null : 1000))
    scan.start({ concurrency: 20, deadlineSeconds: 5 })
    await scan.pass(3_500)
    scan.scans.stop(scan.place)
    await scan.pass(1000)
    const stopped = scan.scans.state(scan.place)
    expect(stopped).toMatchObject({ state: 'stopped', underWay: 0, retrying: 0, remainingSeconds: null })
    expect(scan.written).toHaveLength(stopped.done)
    scan.start({ selection: { which: 'unfinished' } })
    await scan.pass(120_000)
    expect(scan.scans.state(scan.place)).toMatchObject({ state: 'done' })
    expect(scan.written.map(({ id }) => id).toSorted((one, other) => one - other)).toEqual(hosts.map((_, at) => at + 1))
  })
})
