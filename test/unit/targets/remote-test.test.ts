import { beforeEach, describe, expect, it } from 'vitest'
import type { PortProbe } from '../../../src-main/contract/models/kms-host-report.ts'
import { remoteLinks } from '../../../src-main/contract/models/remote-management.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { testRemoteManagement } from '../../../src-main/targets/remote-test.ts'
import { hresults, WmiError } from '../../../src-main/wmi/wmi-error.ts'
import { contextOn, createFakeWindows, type FakeWindows } from '../actions/fake-windows.ts'

const password = 'secret:00000000-0000-4000-8000-000000000000'
const remote = (user?: string): TargetRef => ({
  place: 'network',
  host: 'PC01.contoso.com',
  ...(user === undefined ? {} : { credential: { user, password } }),
})

let windows: FakeWindows
let granted: boolean
beforeEach(() => {
  windows = createFakeWindows()
  granted = true
  windows.rows['Win32_OperatingSystem'] = [
    { Caption: 'Windows 10 Enterprise', Version: '10.0.19045', BuildNumber: '19045', ProductType: 1, CSName: 'PC01' },
  ]
  windows.rows['Win32_ComputerSystem'] = [{ Name: 'PC01', PartOfDomain: false, Domain: 'WORKGROUP' }]
  windows.rows['SoftwareLicensingService'] = [{ Version: '10.0.19045', ClientMachineID: 'x' }]
  windows.rows['SoftwareLicensingProduct'] = []
  windows.rows['Win32_NetworkAdapterConfiguration'] = []
  windows.methods['CheckAccess'] = () => ({ ReturnValue: 0, bGranted: granted })
})

interface World {
  readonly target?: TargetRef
  readonly port?: PortProbe['outcome']
  /** The HRESULT with which a namespace refuses. */
  readonly refuses?: Readonly<Record<string, number>>
  readonly elevated?: boolean
}
const run = ({ target = remote(), port = 'open', refuses = {}, elevated }: World) => {
  const context = contextOn(windows, { target, elevated: elevated ?? null })
  return testRemoteManagement({
    ...context,
    site: { ...context.site, probe: async (host, number) => ({ host, port: number, outcome: port, detail: null }) },
    session: async (namespace) => {
      const hresult = refuses[namespace]
      if (hresult !== undefined) throw new WmiError('connect', hresult, 'Windows refused the connection.')
      return context.session(namespace)
    },
  })
}

describe('the way to another computer', () => {
  it('is confirmed link by link', async () => {
    const test = await run({})
    expect(test.findings.map(({ check, level }) => [check, level])).toEqual(remoteLinks.map((link) => [link, 'ok']))
    expect(windows.log.filter((line) => /call (Set|Create|Delete)/.test(line))).toEqual([])
    expect(test).toMatchObject({ broken: null, reachable: true, inWorkgroup: true, tokenFilterLifted: false })
  })

  const denied = { 'root\\cimv2': hresults.accessDenied }
  it.each<[string, World, string, RegExp, RegExp]>([
    ['a name that is not found', { port: 'name-not-found' }, 'name', /PC01\.contoso\.com was not found/, /spelling/],
    ['a computer that is asleep', { port: 'no-answer' }, 'port-135', /off, asleep, or a firewall/, /Switch .* on/],
    ['a computer without RPC', { port: 'refused' }, 'port-135', /refuses connections/, /firewall/],
    [
      'a firewall that stops the ports behind 135',
      { refuses: { 'root\\cimv2': hresults.rpcUnavailable } },
      'wmi',
      /answers on port 135, but not on the port that WMI goes on with/,
      /WMI-In.*49152 to 65535/,
    ],
    [
      'a wrong password',
      { target: remote('CONTOSO\\admin'), refuses: { 'root\\cimv2': hresults.logonFailure } },
      'account',
      /refused/,
      /type the password again/,
    ],
    [
      'a domain account without rights',
      { target: remote('CONTOSO\\clerk'), refuses: denied },
      'account',
      /CONTOSO\\clerk was refused/,
      /local Administrators group/,
    ],
    [
      'the built-in Administrator whom nothing filters',
      { target: remote('.\\Administrator'), refuses: denied },
      'account',
      /Administrator was refused/,
      /local Administrators group/,
    ],
    [
      'a local account that UAC filters',
      { target: remote('PC01\\owner'), refuses: { 'root\\cimv2': hresults.wbemAccessDenied } },
      'uac-filter',
      /PC01\\owner is a local account/,
      /LocalAccountTokenFilterPolicy to 1/,
    ],
    [
      'a namespace that is missing',
      { refuses: { 'root\\StandardCimv2': hresults.wbemInvalidNamespace } },
      'namespaces',
      /refused/,
      /Windows version/,
    ],
  ])('breaks at one link: %s', async (_, world, link, message, remedy) => {
    const test = await run(world)
    const broken = test.findings.find(({ level }) => level === 'problem')
    expect(test.broken).toBe(link)
    expect(broken).toMatchObject({
      check: link,
      message: expect.stringMatching(message) as string,
      remedy: expect.stringMatching(remedy) as string,
    })
    const at = remoteLinks.indexOf(broken?.check as (typeof remoteLinks)[number])
    expect(test.findings.slice(at + 1).every(({ level }) => level === 'skipped')).toBe(true)
    expect(test.findings.slice(0, at).every(({ level }) => level === 'ok' || level === 'info')).toBe(true)
  })

  it('breaks at a Windows whose licensing service is another one', async () => {
    windows.rows['Win32_OperatingSystem'] = [{ Version: '6.0.6002', BuildNumber: '6002', ProductType: 3 }]
    const test = await run({})
    expect(test.broken).toBe('os-version')
    expect(test.findings.find(({ check }) => check === 'os-version')?.message).toMatch(/Windows Server 2008 cannot/)
  })

  it('breaks at a licensing service that does not answer', async () => {
    delete windows.rows['SoftwareLicensingService']
    expect((await run({})).broken).toBe('licensing')
  })

  it('breaks at an account that may look and not change', async () => {
    granted = false
    const test = await run({})
    expect([test.broken, test.reachable]).toEqual(['rights', true])
    expect(test.findings.at(-1)?.message).toMatch(/may look at PC01\.contoso\.com but not change/)
  })
})

it('does not ask Windows 7 for a namespace that it lacks', async () => {
  windows.rows['Win32_OperatingSystem'] = [{ Version: '6.1.7601', BuildNumber: '7601', ProductType: 1 }]
  const test = await run({ refuses: { 'root\\StandardCimv2': hresults.wbemInvalidNamespace } })
  expect(test.findings.find(({ check }) => check === 'namespaces')?.message).not.toMatch(/StandardCimv2/)
  expect(test.broken).toBeNull()
})

it('tells of this computer only what concerns it, and names missing elevation', async () => {
  const test = await run({ target: { place: 'this-computer' }, elevated: false })
  expect(test.findings.map(({ check }) => check)).toEqual(['wmi', 'namespaces', 'os-version', 'licensing', 'rights'])
  expect(test.broken).toBe('rights')
  expect(test.findings.at(-1)?.remedy).toMatch(/Run as administrator/)
})
