import { describe, expect, it } from 'vitest'
import { advanceClock } from '../../../src-main/lab/clock.ts'
import type { LabSession } from '../../../src-main/lab/open-lab.ts'
import { activate, eventData, keyedProduct, pathOf, service } from './lab-fixture.ts'
import { estate, makeKmsHost, withClients, type Estate } from './many-clients.ts'

const newClock = (): { now: number } => ({ now: Date.UTC(2026, 0, 5, 8) })
const day = 24 * 60

const ask = async ({ connect }: Estate, host: string): Promise<number> =>
  activate(await connect(host)).then(
    () => 0,
    (error: { hresult: number }) => error.hresult,
  )

const count = async (kms: LabSession): Promise<unknown> => (await keyedProduct(kms))['KeyManagementServiceCurrentCount']

describe('KMS clients', () => {
  it('are activated from the twenty-fifth on; those before it ask again and are then activated', async () => {
    const clock = newClock()
    const lab = estate(withClients(25), clock)
    const kms = await makeKmsHost(lab, clock)
    const codes: number[] = []
    for (let index = 1; index <= 25; index += 1) codes.push(await ask(lab, `w${index}`))
    expect(codes).toEqual([...Array.from({ length: 24 }, () => 0xc004f038), 0])
    expect(await count(kms)).toBe(25)
    expect(await ask(lab, 'w1')).toBe(0)
    expect(await count(kms)).toBe(25)
    const client = await lab.connect('w1')
    expect(await keyedProduct(client)).toMatchObject({ LicenseStatus: 1, GracePeriodRemaining: 180 * day })
    expect(await service(client)).toMatchObject({
      DiscoveredKeyManagementServiceMachineName: 'KMS01.corp.northwind.test',
    })
  })

  it('leave events on both sides, with the fields of events.json', async () => {
    const clock = newClock()
    const lab = estate(withClients(1), clock)
    const kms = await makeKmsHost(lab, clock)
    expect(await ask(lab, 'w1')).toBe(0xc004f038)
    const client = await lab.connect('w1')
    const cmid = String((await service(client))['ClientMachineID'])
    const sku = String((await keyedProduct(client))['ID'])
    const [[request = ''] = []] = await eventData(kms, 'Key Management Service', 12_290)
    expect(request).toBe(`0x0,25,W1.corp.northwind.test,${cmid},2026/1/5 8:00,0,2,${29 * day},${sku}`)
    const [[sent = ''] = []] = await eventData(client, 'Application', 12_288)
    expect(sent.split(',').slice(0, 4)).toEqual(['0x0', '0x00000000', 'KMS01.corp.northwind.test:1688', cmid])
    const [[answered = ''] = []] = await eventData(client, 'Application', 12_289)
    expect(answered).toBe('0xC004F038,0x04000000,0,0,1,120,10080,2026/1/5 8:00')
    expect(await keyedProduct(kms)).toMatchObject({
      KeyManagementServiceTotalRequests: 1,
      KeyManagementServiceOOBGraceRequests: 1,
      KeyManagementServiceFailedRequests: 0,
    })
  })

  it('that are servers are activated from five on', async () => {
    const clock = newClock()
    const lab = estate(withClients(4), clock)
    await makeKmsHost(lab, clock)
    for (let index = 1; index <= 3; index += 1) await ask(lab, `w${index}`)
    expect(await ask(lab, 'dc01')).toBe(0xc004f038)
    expect(await ask(lab, 'w4')).toBe(0xc004f038)
    expect(await ask(lab, 'dc01')).toBe(0)
  })

  it('raise the count by the clock alone; it is capped at 50 and falls after 30 days without contact', async () => {
    const clock = newClock()
    const lab = estate(withClients(60), clock)
    const kms = await makeKmsHost(lab, clock)
    await advanceClock(lab.world, 121)
    expect(await count(kms)).toBe(50)
    await advanceClock(lab.world, 121)
    for (const host of ['w1', 'w30', 'w60', 'dc01']) {
      expect(await keyedProduct(await lab.connect(host))).toMatchObject({ LicenseStatus: 1 })
    }
    clock.now += 31 * day * 60_000
    expect(await count(kms)).toBe(0)
    expect(await keyedProduct(await lab.connect('w1'))).toMatchObject({ LicenseStatus: 1 })
  })

  it('fall to notification when nobody renews them', async () => {
    const clock = newClock()
    const lab = estate(withClients(25), clock)
    await makeKmsHost(lab, clock)
    for (let index = 1; index <= 25; index += 1) await ask(lab, `w${index}`)
    const client = await lab.connect('w25')
    clock.now += 181 * day * 60_000
    expect(await keyedProduct(client)).toMatchObject({ LicenseStatus: 3, LicenseStatusReason: 0x4004f00d })
    clock.now += 30 * day * 60_000
    expect(await keyedProduct(client)).toMatchObject({ LicenseStatus: 5, LicenseStatusReason: 0xc004f009 })
  })

  it('are refused where their clock is more than four hours off', async () => {
    const clock = newClock()
    const lab = estate(withClients(1, { clockSkew: -5 * 60 }), clock)
    const kms = await makeKmsHost(lab, clock)
    expect(await ask(lab, 'w1')).toBe(0xc004f06c)
    expect((await eventData(kms, 'Key Management Service', 12_290))[0]?.[0]).toMatch(/^0xC004F06C,25,/)
    expect(await keyedProduct(kms)).toMatchObject({
      KeyManagementServiceCurrentCount: 0,
      KeyManagementServiceFailedRequests: 1,
    })
  })

  it('say what is in the way: no record, no firewall exception, a pinned host that is none', async () => {
    const clock = newClock()
    const lab = estate(withClients(1), clock)
    expect(await ask(lab, 'w1')).toBe(0x8007232b)
    const client = await lab.connect('w1')
    const path = pathOf(await service(client))
    await client.call(path, 'SetKeyManagementServiceMachine', { MachineName: 'kms01' })
    expect(await ask(lab, 'w1')).toBe(0xc004f074)
    await makeKmsHost(lab, clock)
    expect(await ask(lab, 'w1')).toBe(0xc004f038)
    await client.call(path, 'SetKeyManagementServiceMachine', { MachineName: 'pc02' })
    expect(await ask(lab, 'w1')).toBe(0xc004f074)
    const sent = await eventData(client, 'Application', 12_288)
    expect(sent.map(([data = '']) => data.split(',')[2])).toEqual(['', 'kms01:1688', 'kms01:1688', 'pc02:1688'])
  })

  it('start anew with a rearm, three times', async () => {
    const lab = estate(withClients(1))
    const client = await lab.connect('w1')
    const before = await service(client)
    const path = pathOf(before)
    await client.call(path, 'ReArmWindows')
    const after = await service(client)
    expect(after['RemainingWindowsReArmCount']).toBe(2)
    expect(after['ClientMachineID']).not.toBe(before['ClientMachineID'])
    expect(await keyedProduct(client)).toMatchObject({ GracePeriodRemaining: 30 * day })
    await client.call(path, 'ReArmWindows')
    await client.call(path, 'ReArmWindows')
    await expect(client.call(path, 'ReArmWindows')).rejects.toMatchObject({ hresult: 0xc004d307 })
  })
})

describe('a second KMS host', () => {
  it('is refused by a secure zone and says so in event 12293', async () => {
    const lab = estate(withClients(0))
    const first = await lab.connect('kms01')
    const { installKey, hostKey } = await import('./lab-fixture.ts')
    await installKey(first, hostKey)
    await activate(first)
    const second = await lab.connect('dc01')
    await installKey(second, hostKey)
    await activate(second)
    expect(await eventData(second, 'Application', 12_293)).toEqual([['0x80072338', 'corp.northwind.test']])
  })
})

describe('the same scenario', () => {
  it('plays the same way each time', async () => {
    const play = async (): Promise<string> => {
      const clock = newClock()
      const lab = estate(withClients(3), clock)
      await makeKmsHost(lab, clock)
      await advanceClock(lab.world, 500)
      return JSON.stringify(lab.world.state())
    }
    expect(await play()).toBe(await play())
  })
})
