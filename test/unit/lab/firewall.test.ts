import { describe, expect, it } from 'vitest'
import type { Lab, LabSession } from '../../../src-main/lab/open-lab.ts'
import { programsDone, quickContoso } from './contoso-fixture.ts'
import { hresultOf, quickFabrikam } from './fabrikam-fixture.ts'
import { connectTo, localMachine } from './lab-fixture.ts'

const wmiGroup = '@FirewallAPI.dll,-34251'
const standard = 'root\\StandardCimv2'
const rulesOf = (session: LabSession): ReturnType<LabSession['query']> =>
  session.query(`SELECT * FROM MSFT_NetFirewallRule WHERE RuleGroup = '${wmiGroup}'`)
const netsh = async (session: LabSession, words: string): Promise<void> => {
  await session.call('Win32_Process', 'Create', { CommandLine: `netsh advfirewall firewall ${words}` })
  await programsDone(session)
}
const port135 = async (lab: Lab, host: string): Promise<string> => (await lab.probe(host, 135)).outcome

describe('the rules of remote management', () => {
  it('are read and switched one by one from Windows 8 on', async () => {
    const lab = quickFabrikam()
    const session = await connectTo(lab, 'pc01', standard)
    const rules = await rulesOf(session)
    expect(rules.map((row) => row['InstanceID'])).toEqual([
      'WMI-RPCSS-In-TCP',
      'WMI-WINMGMT-In-TCP',
      'WMI-ASYNC-In-TCP',
      'WMI-RPCSS-In-TCP-NoScope',
      'WMI-WINMGMT-In-TCP-NoScope',
      'WMI-ASYNC-In-TCP-NoScope',
    ])
    expect(rules.every((row) => row['Enabled'] === 1)).toBe(true)
    expect(rules[3]).toMatchObject({
      Profiles: 1,
      DisplayName: 'Windows Management Instrumentation (DCOM-In)',
      DisplayGroup: 'Windows Management Instrumentation (WMI)',
    })
    // A member of a domain is on its domain's network: the half for other networks lets nobody in.
    await session.call(String(rules[0]?.['__RELPATH']), 'Disable')
    expect(await port135(lab, 'pc01')).toBe('open')
    await session.call(String(rules[3]?.['__RELPATH']), 'Disable')
    expect(await port135(lab, 'pc01')).toBe('no-answer')
    await session.call(String(rules[3]?.['__RELPATH']), 'Enable')
    expect(await port135(lab, 'pc01')).toBe('open')
  })

  it('are no class on Windows 7, where netsh and the registry have them', async () => {
    const lab = quickContoso()
    expect(await hresultOf(connectTo(lab, 'pc001', standard))).toBe(0x8004100e)
    const session = await connectTo(lab, 'pc001')
    await netsh(session, `set rule group="Windows Management Instrumentation (WMI)" new enable=no`)
    expect(await port135(lab, 'pc001')).toBe('no-answer')
    await netsh(session, `set rule group="${wmiGroup}" new enable=yes`)
    expect(await port135(lab, 'pc001')).toBe('open')
  })

  it('mind senders: a rule for another subnet lets the technician out', async () => {
    const lab = quickContoso()
    const session = await connectTo(lab, 'pc001')
    const rule = 'name="Windows Management Instrumentation (DCOM-In)"'
    await netsh(session, `set rule ${rule} new remoteip=192.0.2.0/24,198.51.100.7`)
    expect(await port135(lab, 'pc001')).toBe('no-answer')
    await netsh(session, `set rule ${rule} new remoteip=192.0.2.0/24,10.30.0.1-10.30.0.99`)
    expect(await port135(lab, 'pc001')).toBe('open')
    await netsh(session, `set rule ${rule} new profile=private,public remoteip=any`)
    expect(await port135(lab, 'pc001')).toBe('no-answer')
    await netsh(session, `set rule ${rule} new profile=domain`)
    expect(await port135(lab, 'pc001')).toBe('open')
  })

  it('of one’s own do the same as those of Windows', async () => {
    const lab = quickContoso()
    const session = await connectTo(lab, 'pc001')
    const add = (name: string, service: string, port: string): Promise<void> =>
      netsh(
        session,
        `add rule name="${name}" dir=in action=allow program="%SystemRoot%\\system32\\svchost.exe" service=${service} protocol=TCP localport=${port} profile=domain,private remoteip=10.30.0.0/16 description="A, b"`,
      )
    await add('Mine (DCOM)', 'rpcss', '135')
    await add('Mine (WMI)', 'winmgmt', 'any')
    await netsh(session, `set rule group="${wmiGroup}" new enable=no`)
    expect(await port135(lab, 'pc001')).toBe('open')
    await netsh(session, 'delete rule name="Mine (WMI)"')
    expect(await port135(lab, 'pc001')).toBe('no-answer')
  })
})

describe('the filter of local accounts', () => {
  it.each([
    ['contoso', quickContoso, 'home01', 'HOME01', '4', '5'],
    ['fabrikam', quickFabrikam, 'work01', 'WORK01', '3', '4'],
  ])(
    'ends in %s with LocalAccountTokenFilterPolicy 1, at the next connection',
    async (_name, open, host, name, built, own) => {
      const lab = open()
      const owner = { host, user: `${name}\\owner`, password: `Rehearsal-Only-${own}` }
      expect(await hresultOf(lab.connect(owner))).toBe(0x80070005)
      const administrator = await lab.connect({
        host,
        namespace: 'root\\default',
        user: `${name}\\Administrator`,
        password: `Rehearsal-Only-${built}`,
      })
      const input = {
        hDefKey: localMachine,
        sSubKeyName: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System',
        sValueName: 'LocalAccountTokenFilterPolicy',
      }
      await administrator.call('StdRegProv', 'SetDWORDValue', { ...input, uValue: 1 })
      const session = await lab.connect(owner)
      expect(await session.query('SELECT CSName FROM Win32_OperatingSystem')).toMatchObject([{ CSName: name }])
      await administrator.call('StdRegProv', 'SetDWORDValue', { ...input, uValue: 0 })
      expect(await hresultOf(lab.connect(owner))).toBe(0x80070005)
    },
  )
})
