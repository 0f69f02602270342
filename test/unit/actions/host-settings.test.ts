import { beforeEach, describe, expect, it } from 'vitest'
import { hostKeyPath } from '../../../src-main/actions/host-registry-key.ts'
import { readHostRegistryValues, readHostSettings } from '../../../src-main/actions/host-settings-reader.ts'
import { setDnsPublishing } from '../../../src-main/actions/set-dns-publishing.ts'
import { setActivationInterval } from '../../../src-main/actions/set-kms-intervals.ts'
import { setKmsPort } from '../../../src-main/actions/set-kms-port.ts'
import { setKmsPriority } from '../../../src-main/actions/set-kms-priority.ts'
import { setPublishList } from '../../../src-main/actions/set-publish-list.ts'
import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import { contextOn, createFakeWindows, operatingSystem, product, type FakeWindows } from './fake-windows.ts'

const host = 'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_B channel'
const office = 'Office 14, RETAIL channel'
let windows: FakeWindows
let service: Record<string, CimObject[string]>
let asked: unknown[]

beforeEach(() => {
  windows = createFakeWindows()
  service = {
    Version: '6.1.7601.17514',
    VLActivationInterval: 120,
    VLRenewalInterval: 10_080,
    KeyManagementServiceListeningPort: 0,
    KeyManagementServiceDnsPublishing: true,
    KeyManagementServiceLowPriority: false,
  }
  windows.rows['SoftwareLicensingService'] = [service]
  windows.rows['SoftwareLicensingProduct'] = [product(office, 'FFFFF', 1), product(host, 'GHJKM', 1)]
  windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601')
  windows.rows['Win32_ComputerSystem'] = [{ Name: 'SRV01', Domain: 'contoso.com', PartOfDomain: true }]
  windows.registry.set(hostKeyPath.toLowerCase(), new Map())
  asked = []
})
/** A method of the service that writes what it is given into one property. */
const method = (name: string, parameter: string, property: string, invert = false) => {
  windows.methods[name] = (path, input) => {
    asked.push(path, input)
    service[property] = invert ? !input[parameter] : (input[parameter] ?? null)
    return { ReturnValue: 0 }
  }
}
const values = () => windows.registry.get(hostKeyPath.toLowerCase())
const servicePath = 'SoftwareLicensingService.Version="6.1.7601.17514"'

describe('a setting of a KMS host', () => {
  it('is written on the service, whichever product sorts first', async () => {
    method('EnableKeyManagementServiceLowPriority', 'EnableLowPriority', 'KeyManagementServiceLowPriority')
    const context = contextOn(windows)
    const params = { low: true }
    const before = await setKmsPriority.before(context, params)
    expect(await setKmsPriority.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    expect(await setKmsPriority.run(context, params, before)).toEqual({ previous: false, changedNow: true })
    expect(asked).toEqual([servicePath, { EnableLowPriority: true }])
    expect(await setKmsPriority.settle(context, params, before)).toMatchObject({ state: 'done' })
    expect(await setKmsPriority.check?.(context, { ...params, existing: true })).toEqual([])
  })

  it('is passed the other way round where the method is named after the opposite', async () => {
    method('DisableKeyManagementServiceDnsPublishing', 'DisablePublishing', 'KeyManagementServiceDnsPublishing', true)
    const context = contextOn(windows)
    await setDnsPublishing.run(context, { enabled: false }, { previous: true })
    expect(asked).toEqual([servicePath, { DisablePublishing: true }])
  })

  it('that is right already is not written again, and port 0 stands for 1688', async () => {
    const context = contextOn(windows)
    const before = await setKmsPort.before(context, { port: 1688 })
    expect(await setKmsPort.run(context, { port: 1688 }, before)).toEqual({ previous: 1688, changedNow: false })
    expect(setKmsPort.outcome({ previous: 1688, changedNow: false })).toBe('It was TCP port 1688 already.')
  })

  it.each([
    ['refused before activation', () => ({ ReturnValue: 0xc004f042 }), { hresult: 0xc004f042 }],
    [
      'that is said to be done and is not',
      () => ({ ReturnValue: 0 }),
      { error: { code: 'licensing-refused', retryable: false } },
    ],
  ])('%s fails', async (_, answer, expected) => {
    windows.methods['SetVLActivationInterval'] = answer
    const run = setActivationInterval.run(contextOn(windows), { minutes: 240 }, { previous: 120 })
    await expect(run).rejects.toMatchObject(expected)
  })

  it.each([
    ['no KMS host', [product(office, 'FFFFF', 1)], 'no KMS host'],
    ['a host that is not activated', [product(host, 'GHJKM', 5)], 'not activated'],
  ])('of %s is a problem before anything is planned', async (_, rows, words) => {
    windows.rows['SoftwareLicensingProduct'] = rows
    const [finding] = (await setKmsPort.check?.(contextOn(windows), { port: 1700, existing: true })) ?? []
    expect(finding).toMatchObject({ check: 'kms-host-activated', level: 'problem' })
    expect(finding?.message).toContain(words)
  })

  it('of this computer needs elevation', async () => {
    const context = contextOn(windows, { target: { place: 'this-computer' }, elevated: false })
    const [finding] = (await setKmsPort.check?.(context, { port: 1700 })) ?? []
    expect(finding).toMatchObject({ check: 'needs-elevation' })
  })
})

describe('the publish list', () => {
  const params = { rows: [{ domain: 'contoso.com', priority: 10, weight: 50 }] }
  it('is written as lines, with the list before in the evidence, and written once', async () => {
    values()?.set('DnsDomainPublishList', ['old.contoso.com, 0, 0'])
    const context = contextOn(windows)
    const before = await setPublishList.before(context, params)
    expect(before.previous).toEqual([
      { name: 'DnsDomainPublishList', previous: { type: 'REG_MULTI_SZ', data: ['old.contoso.com, 0, 0'] } },
    ])
    const result = await setPublishList.run(context, params, before)
    expect(values()?.get('DnsDomainPublishList')).toEqual(['contoso.com, 10, 50'])
    expect(setPublishList.outcome(result)).toContain('old.contoso.com, 0, 0')
    expect(await setPublishList.settle(context, params, before)).toMatchObject({ state: 'done' })
    await setPublishList.run(context, params, before)
    expect(windows.log.filter((line) => line === 'call SetMultiStringValue')).toHaveLength(1)
  })

  it('is deleted where it is empty', async () => {
    values()?.set('DnsDomainPublishList', ['old.contoso.com'])
    const context = contextOn(windows)
    const before = await setPublishList.before(context, { rows: [] })
    await setPublishList.run(context, { rows: [] }, before)
    expect(values()?.has('DnsDomainPublishList')).toBe(false)
    expect(await setPublishList.settle(context, { rows: [] }, before)).toMatchObject({ state: 'done' })
  })

  it.each([
    ['denied', () => ({ ReturnValue: 5 }), { hresult: 0x80070005 }],
    ['said to be done and not', () => ({ ReturnValue: 0 }), { error: { code: 'wmi-failed' } }],
  ])('that is %s fails', async (_, answer, expected) => {
    windows.methods['SetMultiStringValue'] = answer
    await expect(setPublishList.run(contextOn(windows), params, { previous: [] })).rejects.toMatchObject(expected)
  })
})

describe('reading a KMS host', () => {
  it('tells its settings, with the publish list as rows', async () => {
    values()?.set('DnsDomainPublishList', ['contoso.com, 10, 50', 'corp.contoso.com'])
    expect(await readHostSettings(contextOn(windows))).toEqual({
      port: 1688,
      activationInterval: 120,
      renewalInterval: 10_080,
      dnsPublishing: true,
      lowPriority: false,
      publishList: [
        { domain: 'contoso.com', priority: '10', weight: '50' },
        { domain: 'corp.contoso.com', priority: '0', weight: '0' },
      ],
      ownDomain: 'contoso.com',
    })
  })

  it('exports what stands in the registry with the right type, and nothing else', async () => {
    values()?.set('KeyManagementServiceListeningPort', '1700')
    values()?.set('VLActivationInterval', '240')
    values()?.set('KeyManagementServiceVersion', '6.1')
    expect(await readHostRegistryValues(contextOn(windows))).toEqual([
      { name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '1700' },
    ])
  })
})
