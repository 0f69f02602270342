import { beforeEach, describe, expect, it } from 'vitest'
import { clearClientHost } from '../../../src-main/actions/clear-client-host.ts'
import { setActivationEnabled, setHostCaching } from '../../../src-main/actions/client-switches.ts'
import { setLookupDomain } from '../../../src-main/actions/lookup-domain.ts'
import { setActivationType } from '../../../src-main/actions/set-activation-type.ts'
import { setClientHost } from '../../../src-main/actions/set-client-host.ts'
import { setSuffixSearchList } from '../../../src-main/actions/set-suffix-search-list.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import { failureOf, labTarget, perform, quickLab, type LabTarget } from './lab-actions.ts'

const service = 'SELECT * FROM SoftwareLicensingService'
const host = { host: 'kms01.corp.contoso.test', port: 1700, activationId: null }
let pc: LabTarget
beforeEach(() => {
  pc = labTarget(quickLab('contoso-2009'), 'pc001')
})

describe('a fixed KMS host', () => {
  it('is set with its port, read back and not written again', async () => {
    const { outcome } = await perform(setClientHost, pc, host)
    expect(outcome).toBe('The fixed KMS host is kms01.corp.contoso.test, port 1700; it was not set before.')
    expect(await pc.row(service)).toMatchObject({
      KeyManagementServiceMachine: 'kms01.corp.contoso.test',
      KeyManagementServicePort: 1700,
    })
    expect((await perform(setClientHost, pc, host)).outcome).toContain('was kms01.corp.contoso.test, port 1700 already')
    expect(pc.count('SetKeyManagementServiceMachine')).toBe(1)
  })

  it('takes the default port where none is given and clears the one that was fixed', async () => {
    await perform(setClientHost, pc, host)
    await perform(setClientHost, pc, { ...host, port: null })
    expect(await pc.row(service)).toMatchObject({
      KeyManagementServiceMachine: 'kms01.corp.contoso.test',
      KeyManagementServicePort: 0,
    })
    expect(setClientHost.title({ ...host, port: null })).toContain('on port 1688: a fixed port is cleared')
  })

  it('keeps the host where the port alone is set', async () => {
    await perform(setClientHost, pc, host)
    await perform(setClientHost, pc, { host: null, port: 1689, activationId: null })
    expect(await pc.row(service)).toMatchObject({
      KeyManagementServiceMachine: 'kms01.corp.contoso.test',
      KeyManagementServicePort: 1689,
    })
  })

  it('is cleared with its port; what was set stands in the evidence', async () => {
    await perform(setClientHost, pc, host)
    const { before } = await perform(clearClientHost, pc, { activationId: null })
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceMachine: null, KeyManagementServicePort: 0 })
    expect(before).toMatchObject({ before: { host: host.host, port: host.port } })
  })

  it('is set for one product alone where its activation ID is given, in any spelling', async () => {
    const { ID: id } = await pc.row('SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL')
    const activationId = `{${String(id).toUpperCase()}}`
    await perform(setClientHost, pc, { ...host, activationId })
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceMachine: null })
    const product = `SELECT * FROM SoftwareLicensingProduct WHERE ID = '${String(id)}'`
    expect(await pc.row(product)).toMatchObject({ KeyManagementServiceMachine: 'kms01.corp.contoso.test' })
  })

  it.each([
    [{ activationId: 'abc' }, 'input-activationId', '"abc" is no activation ID'],
    [
      { activationId: '11111111-2222-3333-4444-555555555555' },
      'input-activationId',
      'No product with the activation ID',
    ],
    [{ port: 0 }, 'input-port', '0 is no TCP port'],
    [{ port: 65_536 }, 'input-port', '65536 is no TCP port'],
    [{ port: 1.5 }, 'input-port', '1.5 is no TCP port'],
    [{ host: ' ' }, 'input-host', 'is empty'],
    [{ host: 'kms 01' }, 'input-host', 'has the character " "'],
    [{ host: 'kms01:1688' }, 'input-host', 'has a colon'],
    [{ host: null, port: null }, 'input-host', 'Neither a KMS host nor a port'],
  ])('is refused with %j before anything runs', async (wrong, check, message) => {
    const params = { ...host, ...wrong }
    const findings = await setClientHost.check?.(pc.context, params)
    expect(findings?.map((finding) => [finding.check, finding.level])).toEqual([[check, 'problem']])
    expect(findings?.[0]?.message).toContain(message)
    expect(await failureOf(perform(setClientHost, pc, params))).toMatchObject({
      error: { field: check.replace('input-', '') },
    })
    expect(pc.count('SetKeyManagementServiceMachine')).toBe(0)
  })

  it('puts a bare IPv6 address in brackets', async () => {
    await perform(setClientHost, pc, { ...host, host: '2001:db8::1' })
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceMachine: '[2001:db8::1]' })
  })
})

describe('a port that Windows refuses', () => {
  /** Fails the port once it is to be set, and, if wanted, what puts the host back. */
  const refusing =
    (...methods: readonly string[]) =>
    (site: Site): Site => ({
      ...site,
      connect: async (endpoint, namespace, signal) => {
        const session = await site.connect(endpoint, namespace, signal)
        return {
          ...session,
          call: async (path, method, input) => {
            if (methods.includes(method)) throw new WmiError('call', 0x80070005, `${method} was denied.`)
            return session.call(path, method, input)
          },
        }
      },
    })

  it.each([
    ['none', null],
    ['another one', 'old.corp.contoso.test'],
  ])('leaves the former host: %s', async (_, former) => {
    const lab = quickLab('contoso-2009')
    if (former !== null) await perform(setClientHost, labTarget(lab, 'pc001'), { ...host, host: former, port: null })
    const target = labTarget(lab, 'pc001', refusing('SetKeyManagementServicePort'))
    expect(await failureOf(perform(setClientHost, target, host))).toMatchObject({
      error: { code: 'access-denied', message: expect.stringContaining('again, as before') as string },
    })
    expect(await target.row(service)).toMatchObject({ KeyManagementServiceMachine: former })
  })

  it('says that the former host could not be put back either', async () => {
    const target = labTarget(
      quickLab('contoso-2009'),
      'pc001',
      refusing('SetKeyManagementServicePort', 'ClearKeyManagementServiceMachine'),
    )
    expect(await failureOf(perform(setClientHost, target, host))).toMatchObject({
      error: { message: expect.stringContaining('could not be put back either') as string },
    })
  })
})

describe('a step that was killed', () => {
  it('is found done, and its port alone is written where that is missing', async () => {
    const before = await setClientHost.before(pc.context, host)
    expect(await setClientHost.settle(pc.context, host, before)).toMatchObject({ state: 'not-done' })
    await perform(setClientHost, pc, { ...host, port: null })
    expect(await setClientHost.settle(pc.context, host, before)).toMatchObject({ state: 'not-done' })
    await setClientHost.run(pc.context, host, before)
    expect(pc.count('SetKeyManagementServiceMachine')).toBe(1)
    expect(await setClientHost.settle(pc.context, host, before)).toMatchObject({ state: 'done' })
  })
})

describe('settings of some Windows versions', () => {
  it('are named before they are tried: Windows 7 has no lookup domain and no activation type', async () => {
    const domain = { domain: 'corp.contoso.test', activationId: null }
    expect(await setLookupDomain.check?.(pc.context, domain)).toMatchObject([
      { check: 'needs-version', level: 'problem', message: expect.stringContaining('needs Windows 8') as string },
    ])
    expect(await failureOf(perform(setLookupDomain, pc, domain))).toMatchObject({
      error: { code: 'unsupported-version' },
    })
    expect(await setActivationType.check?.(pc.context, { type: 'kms', activationId: null })).toMatchObject([
      { check: 'needs-version' },
    ])
  })

  it('are there on Windows 7: activation by KMS can be switched off', async () => {
    expect(await setActivationEnabled.check?.(pc.context, { enabled: false })).toEqual([])
    expect(setActivationEnabled.equivalent({ enabled: false }, pc.context.target)).toContain('/stao')
  })
})

describe('keeping the KMS host that answered', () => {
  it('is switched off by a method whose parameter says the opposite', async () => {
    const { outcome } = await perform(setHostCaching, pc, { enabled: false })
    expect(outcome).toBe('Keeping the KMS host that answered is off; it was on before.')
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceHostCaching: false })
  })
})

describe('the DNS suffix list', () => {
  const adapters = 'SELECT * FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled = TRUE'

  it('is set in its order and removed again', async () => {
    const suffixes = ['factory.contoso.test', 'corp.contoso.test']
    await perform(setSuffixSearchList, pc, { suffixes })
    expect(await pc.row(adapters)).toMatchObject({ DNSDomainSuffixSearchOrder: suffixes })
    const { outcome } = await perform(setSuffixSearchList, pc, { suffixes: [] })
    expect(outcome).toContain('it was factory.contoso.test, corp.contoso.test before')
  })

  it.each([
    [['contoso..test'], 'DNS suffix 1'],
    [['contoso.test', 'CONTOSO.test'], 'twice'],
    [[''], 'DNS suffix 1: the domain is empty'],
  ])('is refused as %j', async (suffixes, message) => {
    const [finding] = (await setSuffixSearchList.check?.(pc.context, { suffixes })) ?? []
    expect(finding).toMatchObject({ level: 'problem', field: 'suffixes' })
    expect(finding?.message).toContain(message)
  })
})
