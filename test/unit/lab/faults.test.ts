import { describe, expect, it } from 'vitest'
import { LabNetwork } from '../../../src-main/lab/lab-network.ts'
import { firstHost } from '../../../src-main/lab/scenarios/first-host.ts'
import { createMemoryLog } from '../../../src-main/lab/storage/memory-log.ts'
import { openLab } from '../../../src-main/lab/open-lab.ts'
import { World } from '../../../src-main/lab/world/world.ts'
import { connectTo, hostKey, installKey, keyedProduct, quickLab, serviceState, until } from './lab-fixture.ts'

const osQuery = 'SELECT Caption FROM Win32_OperatingSystem'

describe('faults', () => {
  it('strike the call they name, as often as they say', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await lab.setFault({ host: 'KMS01', className: 'win32_operatingsystem', effect: { kind: 'refuse' }, times: 2 })
    await expect(kms.query(osQuery)).rejects.toMatchObject({ hresult: 0x800706ba })
    expect(await keyedProduct(kms)).toBeDefined()
    await expect(kms.query(osQuery)).rejects.toMatchObject({ hresult: 0x800706ba })
    expect(await kms.query(osQuery)).toHaveLength(1)
  })

  it.each([
    [{ kind: 'access-denied' } as const, 0x80041003],
    [{ kind: 'timeout', milliseconds: 5 } as const, 0x800705b4],
    [{ kind: 'fail', hresult: 0xc004c008, applied: false } as const, 0xc004c008],
  ])('%o fails with its code and changes nothing', async (effect, hresult) => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await lab.setFault({ host: '*', method: 'InstallProductKey', effect })
    await expect(installKey(kms, hostKey)).rejects.toMatchObject({ hresult })
    expect(await keyedProduct(kms)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
  })

  it('can lose the answer of a call that was carried out', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await lab.setFault({
      host: 'kms01',
      method: 'InstallProductKey',
      effect: { kind: 'fail', hresult: 0x800706be, applied: true },
    })
    await expect(installKey(kms, hostKey)).rejects.toMatchObject({ hresult: 0x800706be })
    expect(await keyedProduct(kms)).toMatchObject({ IsKeyManagementServiceMachine: 1 })
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('can hang for ever, applied: %s; abandoning the wait ends it', async (applied, isHost) => {
    const world = new World(firstHost, createMemoryLog())
    const network = new LabNetwork(world, 0)
    await world.run((transaction) => {
      const fault = { host: 'kms01', method: 'InstallProductKey', effect: { kind: 'hang', applied } as const }
      transaction.network.faults['f'] = { fault, left: null }
      return { facts: { op: 'fault' }, value: undefined }
    })
    const session = await network.connect({ host: 'kms01' }, 'root\\cimv2')
    const abandon = new AbortController()
    const path = 'SoftwareLicensingService.Version="6.1.7600.16385"'
    const call = session.call(path, 'InstallProductKey', { ProductKey: hostKey }, abandon.signal)
    const settled = call.catch((error: { code: string }) => error.code)
    while (!world.calls().some(({ unanswered }) => unanswered)) await new Promise((resolve) => setImmediate(resolve))
    abandon.abort()
    expect(await settled).toBe('cancelled')
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: isHost })
  })

  it('can end the licensing service in the middle of a call', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await lab.setFault({ host: 'kms01', method: 'InstallProductKey', effect: { kind: 'service-crash' } })
    await expect(installKey(kms, hostKey)).rejects.toMatchObject({ hresult: 0x800706be })
    expect(await serviceState(kms)).toBe('Stopped')
  })

  it('are taken away one by one, all at once, or by a reset', async () => {
    const lab = quickLab()
    const fault = { host: '*', operation: 'connect', effect: { kind: 'access-denied' } } as const
    const id = await lab.setFault(fault)
    await expect(connectTo(lab, 'kms01')).rejects.toMatchObject({ hresult: 0x80070005 })
    await lab.clearFaults(id)
    await connectTo(lab, 'kms01')
    await lab.setFault(fault)
    await lab.reset()
    await connectTo(lab, 'kms01')
    expect(lab.calls().map(({ op }) => op)).toContain('reset')
  })
})

describe('an aborted signal', () => {
  it('rejects before and during a call as cancelled', async () => {
    const network = new LabNetwork(new World(firstHost, createMemoryLog()), 50)
    const aborted = AbortSignal.abort()
    await expect(network.connect({ host: 'kms01' }, 'root\\cimv2', aborted)).rejects.toMatchObject({
      code: 'cancelled',
    })
    const session = await network.connect({ host: 'kms01' }, 'root\\cimv2')
    const abandon = new AbortController()
    const query = session.query(osQuery, abandon.signal)
    abandon.abort()
    await expect(query).rejects.toMatchObject({ code: 'cancelled' })
    expect(await network.probe('kms01', 135, aborted)).toMatchObject({ outcome: 'failed' })
  })
})

describe('a fault without an operation', () => {
  it('strikes what is asked by WMI, and neither ports nor DNS', async () => {
    const lab = quickLab()
    await lab.setFault({ host: '*', effect: { kind: 'access-denied' } })
    await expect(connectTo(lab, 'kms01')).rejects.toMatchObject({ hresult: 0x80070005 })
    expect(await lab.probe('kms01', 135)).toMatchObject({ outcome: 'open' })
    expect(await lab.resolveSrv('_vlmcs._tcp.corp.northwind.test')).toMatchObject({ outcome: 'none' })
  })
})

describe('openLab', () => {
  it('names the scenarios it knows', () => {
    expect(() => openLab('nowhere')).toThrow(/"nowhere".*first-host/)
  })

  it('gives an overview that people can work with', async () => {
    const lab = quickLab()
    await installKey(await connectTo(lab, 'kms01'), hostKey)
    const { computers, keys, accounts } = lab.overview()
    expect(computers.find(({ host }) => host === 'KMS01')).toMatchObject({
      fullName: 'KMS01.corp.northwind.test',
      state: 'KMS host, in its initial grace period',
    })
    expect(computers.find(({ host }) => host === 'PC04')).toMatchObject({ state: 'Asleep' })
    expect(keys).toMatchObject([{ key: hostKey }])
    expect(accounts[0]).toMatchObject({ user: 'NORTHWIND\\admin' })
  })

  it('tells "none" from "could not ask"', async () => {
    const lab = quickLab()
    const name = '_vlmcs._tcp.corp.northwind.test'
    expect(await lab.resolveSrv(name)).toMatchObject({ outcome: 'none' })
    expect(await lab.resolveSrv(name, '10.20.0.10')).toMatchObject({ outcome: 'none', server: '10.20.0.10' })
    expect(await lab.resolveSrv(name, 'pc01')).toMatchObject({ outcome: 'could-not-ask' })
    const dc = await connectTo(lab, 'dc01')
    await dc.call('Win32_Service.Name="DNS"', 'StopService')
    expect(await lab.resolveSrv(name)).toMatchObject({ outcome: 'could-not-ask' })
    await until(
      () => serviceState(dc, 'DNS'),
      (state) => state === 'Stopped',
    )
    await dc.call('Win32_Service.Name="DNS"', 'StartService')
    await until(
      () => lab.resolveSrv(name),
      ({ outcome }) => outcome === 'none',
    )
  })
})
