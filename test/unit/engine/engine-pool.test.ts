import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EnginePoolOptions } from '../../../src-main/engine/engine-pool.ts'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import type { ForkedEngine } from '../../support/fork-engine.ts'
import { forkEngine } from '../../support/fork-engine.ts'

const script = fileURLToPath(new URL('./fixtures/fake-site-engine.ts', import.meta.url))
const network = { place: 'network' } as const

const gone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** Real processes on a busy computer: states are waited for, and only a hang ends the wait. */
const patience = { timeout: 30_000 }
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the pool, with real engine processes', () => {
  const pools: EnginePool[] = []
  const forked: ForkedEngine[] = []
  const open = (options: Partial<EnginePoolOptions> = {}): EnginePool => {
    const fork = (): ForkedEngine => {
      const engine = forkEngine(script)
      forked.push(engine)
      return engine
    }
    const pool = new EnginePool({ fork, spares: 0, wait: () => Promise.resolve(), ...options })
    pools.push(pool)
    return pool
  }
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.close()
    const pids = forked.splice(0).flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
    await vi.waitUntil(() => pids.every(gone), patience)
  })

  const session = (site: Site, host: string | null = null) => site.connect({ host }, 'root\\cimv2')
  const pidOf = async (site: Site): Promise<unknown> => {
    const connected = await session(site)
    const [row] = await connected.query('ECHO')
    await connected.close()
    return row?.['Pid']
  }

  it('carries values over the border as they are', async () => {
    const connected = await session(open().site(network))
    const [row] = await connected.query('ECHO')
    expect(row).toMatchObject({ At: new Date(0), None: null, List: ['a', 'b'], Big: 4294967295 })
    const input = { Text: 'ä', Flag: true, List: [1, 2], When: new Date(5) }
    expect(await connected.call('Class.Key="1"', 'Method', input)).toEqual({ ReturnValue: 0, ...input })
  })

  it('shares one engine among readers and gives a writing step one to itself', async () => {
    const pool = open()
    const [one, two] = await Promise.all([pidOf(pool.site(network)), pidOf(pool.site(network))])
    expect(one).toBe(two)
    const exclusive = await pool.exclusive(network)
    expect(await pidOf(exclusive.site)).not.toBe(one)
    exclusive.release()
  })

  it('reports a failure of Windows with its code', async () => {
    const connected = await session(open().site(network))
    await expect(connected.query('DENIED')).rejects.toMatchObject({ name: 'WmiError', code: 'access-denied' })
  })

  it('never lets a secret out of the engine in an error', async () => {
    const site = open().site(network)
    const credential = { user: 'admin', password: 'canary-password' }
    const denied = await site.connect({ host: 'denied', credential }, 'root\\cimv2').catch((error: unknown) => error)
    expect(denied).toMatchObject({ error: { code: 'internal', detail: expect.stringContaining('no entry') } })
    expect(JSON.stringify(denied)).not.toContain('canary')
  })

  it('an engine that dies in the middle of a call fails that call as engine-lost, and the next read has a new one', async () => {
    const pool = open()
    const site = pool.site(network)
    const before = await pidOf(site)
    const connected = await session(site)
    await expect(connected.query('EXIT')).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    await expect(connected.query('ECHO')).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    await expect(connected.close()).resolves.toBeUndefined()
    expect(await pidOf(site)).not.toBe(before)
  })

  it('killing an exclusive engine fails its step alone', async () => {
    const pool = open()
    const reader = await session(pool.site(network))
    const exclusive = await pool.exclusive(network)
    const writer = await session(exclusive.site)
    const hung = writer.query('HANG')
    exclusive.kill()
    await expect(hung).rejects.toMatchObject({
      error: { code: 'engine-lost', message: expect.stringContaining('Windows may still') },
    })
    exclusive.release()
    expect(await reader.query('ECHO')).toHaveLength(1)
  })

  it('a call that hangs ends with a timeout while its engine goes on', async () => {
    const connected = await session(open({ deadlines: { query: 50 } }).site(network))
    await expect(connected.query('HANG')).rejects.toMatchObject({ code: 'timeout' })
    expect(await connected.query('ECHO')).toHaveLength(1)
  })

  it('an engine that is blocked altogether is killed after its deadline', async () => {
    const pool = open({ deadlines: { query: 50 }, grace: 50 })
    const exclusive = await pool.exclusive(network)
    const pid = await pidOf(exclusive.site)
    const writer = await session(exclusive.site)
    await expect(writer.query('BLOCK')).rejects.toMatchObject({ code: 'timeout' })
    await expect.poll(() => gone(pid as number), patience).toBe(true)
    exclusive.release()
  })

  it('cancels a call at once; the connection stays usable', async () => {
    const connected = await session(open().site(network))
    const controller = new AbortController()
    const hung = connected.query('HANG', controller.signal)
    controller.abort()
    await expect(hung).rejects.toMatchObject({ code: 'cancelled' })
    expect(await connected.query('ECHO')).toHaveLength(1)
  })

  it('closes a connection that Windows made after it was cancelled', async () => {
    const site = open().site(network)
    const watcher = await session(site)
    const controller = new AbortController()
    const late = site.connect({ host: 'late' }, 'root\\cimv2', controller.signal)
    // The engine works in order of arrival, so this answer says that the connection is under way.
    await watcher.query('ECHO')
    controller.abort()
    await expect(late).rejects.toMatchObject({ code: 'cancelled' })
    await expect.poll(async () => (await watcher.query('ECHO'))[0]?.['Open'], patience).toBe(1)
  })

  it('uses a clean engine again for the next writing step', async () => {
    const pool = open({ spares: 1 })
    const first = await pool.exclusive(network)
    const second = await pool.exclusive(network)
    first.release()
    second.release()
    const known = forked.map(({ pid }) => pid)
    const third = await pool.exclusive(network)
    expect(known).toContain(await pidOf(third.site))
    third.release()
  })

  it('ends an engine that was given back with a given-up call in it', async () => {
    const pool = open({ spares: 1 })
    const engine = await pool.exclusive(network)
    const writer = await session(engine.site)
    const controller = new AbortController()
    const hung = writer.query('HANG', controller.signal)
    controller.abort()
    await expect(hung).rejects.toMatchObject({ code: 'cancelled' })
    const pid = (await writer.query('ECHO'))[0]?.['Pid'] as number
    await writer.close()
    expect(gone(pid)).toBe(false)
    engine.release()
    await expect.poll(() => gone(pid), patience).toBe(true)
  })

  it('ends spares that nobody has used for a while', async () => {
    const pool = open({ spares: 1, idle: 1 })
    const engine = await pool.exclusive(network)
    const pid = (await pidOf(engine.site)) as number
    engine.release()
    await expect.poll(() => gone(pid), patience).toBe(true)
  })

  it('waits longer and longer before it starts engines that die at once', async () => {
    const pauses: number[] = []
    const dying = fileURLToPath(new URL('./fixtures/dying-engine.ts', import.meta.url))
    const pool = open({ fork: () => forkEngine(dying), wait: async (pause) => void pauses.push(pause) })
    const site = pool.site(network)
    for (let round = 0; round < 8; round += 1) {
      await expect(session(site)).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000])
  })

  it('answers a DNS question and a probe without throwing, also when no engine starts', async () => {
    const pool = open({
      fork: () => {
        throw new Error('fork failed')
      },
    })
    const site = pool.site(network)
    expect(await site.resolveSrv('_vlmcs._tcp.contoso.com')).toMatchObject({ outcome: 'could-not-ask' })
    expect(await site.probe('srv', 135)).toMatchObject({ outcome: 'failed' })
    await expect(pool.exclusive(network)).rejects.toMatchObject({ error: { code: 'engine-lost' } })
  })

  it('ends its engines when it is closed', async () => {
    const pool = open()
    const pid = (await pidOf(pool.site(network))) as number
    await pool.close()
    await expect.poll(() => gone(pid), patience).toBe(true)
    await expect(session(pool.site(network))).rejects.toMatchObject({ error: { code: 'engine-lost' } })
  })
})
