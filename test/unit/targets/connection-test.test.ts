import { describe, expect, it, vi } from 'vitest'
import type { ActionContext } from '../../../src-main/actions/action.ts'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import type { PortProbe } from '../../../src-main/contract/models/kms-host-report.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { testConnection } from '../../../src-main/targets/connection-test.ts'
import { hresults, WmiError } from '../../../src-main/wmi/wmi-error.ts'

const server2008r2 = { Version: '6.1.7601', BuildNumber: '7601', ProductType: 3 }

interface World {
  readonly target?: TargetRef
  readonly port?: PortProbe['outcome']
  readonly connect?: () => Promise<never>
  readonly windows?: Record<string, string | number>
  /** Rows of the licensing classes. */
  readonly read?: () => Promise<readonly Record<string, string>[]>
  readonly elevated?: boolean | null
  readonly signal?: AbortSignal
}
const run = (world: World) => {
  const target = world.target ?? { place: 'network', host: 'KMS01' }
  const probe = vi.fn(async (host: string, port: number): Promise<PortProbe> => ({
    host,
    port,
    outcome: world.port ?? 'open',
    detail: null,
  }))
  const read = world.read ?? (async () => [])
  const computer = { Name: 'KMS01', PartOfDomain: true, Domain: 'example.test', ...(world.windows ?? server2008r2) }
  const session = { query: async (wql: string) => (wql.includes('SoftwareLicensing') ? read() : [computer]) }
  const context = {
    target,
    host: target.place === 'this-computer' ? null : target.host,
    site: { probe },
    session: world.connect ?? (async () => session),
    elevated: world.elevated ?? null,
    signal: world.signal ?? new AbortController().signal,
    now: () => new Date(0),
  } as unknown as ActionContext
  return { probe, result: testConnection(context) }
}
const levels = async (world: World) =>
  Object.fromEntries((await run(world).result).findings.map(({ check, level }) => [check, level]))

describe('the way to a computer on the network', () => {
  it('is confirmed link by link, and the snapshot comes along', async () => {
    const { result, probe } = run({})
    const { findings, reachable, snapshot: read } = await result
    expect(findings.map(({ check, level }) => [check, level])).toEqual([
      ['name', 'ok'],
      ['port-135', 'ok'],
      ['wmi', 'ok'],
      ['os-version', 'ok'],
      ['licensing', 'ok'],
    ])
    expect([reachable, read?.fullName]).toEqual([true, 'KMS01.example.test'])
    expect(probe.mock.calls.map(([host, port]) => [host, port])).toEqual([['KMS01', 135]])
  })

  it('does not call a name found where it could not be asked for', async () => {
    const { findings } = await run({ port: 'failed' }).result
    expect(findings.slice(0, 2)).toMatchObject([
      { check: 'name', level: 'skipped' },
      { check: 'port-135', level: 'problem' },
    ])
  })

  it.each([
    ['name-not-found', 'name'],
    ['refused', 'port-135'],
    ['no-answer', 'port-135'],
    ['failed', 'port-135'],
  ] as const)('fails with %s at the link %s, and nothing behind it is tried', async (port, failing) => {
    const connect = vi.fn(() => Promise.reject(new Error('not expected')))
    const { findings, reachable, snapshot: read } = await run({ port, connect }).result
    const at = findings.findIndex(({ check }) => check === failing)
    expect(findings[at]).toMatchObject({ level: 'problem', remedy: expect.any(String) as string })
    expect(findings.slice(at + 1).map(({ level }) => level)).toEqual(
      Array.from({ length: findings.length - at - 1 }, () => 'skipped'),
    )
    expect([reachable, read, connect.mock.calls.length]).toEqual([false, null, 0])
  })

  it.each([hresults.accessDenied, hresults.logonFailure, hresults.rpcUnavailable])(
    'names WMI where connecting fails with %d, with the code and a remedy',
    async (hresult) => {
      const { findings, reachable } = await run({
        connect: () => Promise.reject(new WmiError('connect', hresult, 'It did not work.')),
      }).result
      expect(findings.find(({ check }) => check === 'wmi')).toMatchObject({
        level: 'problem',
        message: 'It did not work.',
        remedy: expect.any(String) as string,
        hresult,
      })
      expect(reachable).toBe(false)
    },
  )

  it('asks for a password that is no longer in memory', async () => {
    const error = { code: 'secret-missing', message: 'Gone.', remedy: 'Enter it again.', retryable: false } as const
    const { findings } = await run({ connect: () => Promise.reject(new AppFailure(error)) }).result
    expect(findings).toContainEqual({ check: 'wmi', level: 'problem', message: 'Gone.', remedy: 'Enter it again.' })
  })

  it.each([
    ['Windows Vista', { Version: '6.0.6002', BuildNumber: '6002', ProductType: 1 }],
    ['Windows Server 2003', { Version: '5.2.3790', BuildNumber: '3790', ProductType: 3 }],
    ['Windows Server 2008', { Version: '6.0.6003', BuildNumber: '6003', ProductType: 3 }],
  ])('names %s as too old and does not look for its licensing classes', async (name, windows) => {
    const read = vi.fn(async () => [])
    const { findings, reachable } = await run({ windows, read }).result
    expect(findings.find(({ check }) => check === 'os-version')).toMatchObject({
      level: 'problem',
      message: expect.stringContaining(name) as string,
    })
    expect([reachable, read.mock.calls.length]).toEqual([true, 0])
  })

  it('names the licensing service where its classes do not answer', async () => {
    const found = await levels({
      read: () => Promise.reject(new WmiError('query', hresults.wbemInvalidClass, 'The class is missing.')),
    })
    expect(found).toMatchObject({ wmi: 'ok', 'os-version': 'ok', licensing: 'problem' })
  })

  it('gives no answer once it has been cancelled', async () => {
    await expect(run({ signal: AbortSignal.abort() }).result).rejects.toThrow('aborted')
  })
})

describe('the way to this computer', () => {
  const target = { place: 'this-computer' } as const
  it('needs no name and no port, but elevation', async () => {
    const { probe, result } = run({ target, elevated: true })
    expect((await result).findings.map(({ check, level }) => [check, level])).toEqual([
      ['wmi', 'ok'],
      ['os-version', 'ok'],
      ['licensing', 'ok'],
      ['elevation', 'ok'],
    ])
    expect(probe).not.toHaveBeenCalled()
  })

  it('says how to start the app elevated', async () => {
    const { findings, snapshot: read } = await run({ target, elevated: false }).result
    expect(findings.at(-1)).toMatchObject({ check: 'elevation', level: 'problem' })
    expect(findings.at(-1)?.remedy).toContain('Run as administrator')
    expect(read?.computerName).toBe('KMS01')
  })
})
