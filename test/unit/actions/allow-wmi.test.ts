import { beforeEach, describe, expect, it } from 'vitest'
import { allowWmi } from '../../../src-main/actions/allow-wmi.ts'
import { firewallRulesPath } from '../../../src-main/actions/firewall-registry.ts'
import {
  netshAddWmiRule,
  netshDeleteWmiRule,
  ownWmiRules,
  wmiReachText,
} from '../../../src-main/licensing/wmi-firewall.ts'
import { contextOn, createFakeWindows, operatingSystem, type FakeWindows } from './fake-windows.ts'

let windows: FakeWindows
let started: string[]
beforeEach(() => {
  windows = createFakeWindows()
  windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601')
  started = []
})
const rulesOf = (): Map<string, string> => {
  const path = firewallRulesPath.toLowerCase()
  const rules = (windows.registry.get(path) ?? new Map()) as Map<string, string>
  windows.registry.set(path, rules)
  return rules
}

describe('the rules that Windows has for WMI', () => {
  const group = 'EmbedCtxt=@FirewallAPI.dll,-34251'
  const builtIn = (active: string) => `v2.10|Action=Allow|Active=${active}|Dir=In|Protocol=6|LPort=135|${group}|`
  const params = { rules: 'windows' } as const

  it('are turned on by netsh in Windows 7 and believed when the registry shows it; once is enough', async () => {
    rulesOf().set('WMI-RPCSS-In-TCP', builtIn('FALSE'))
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(String(CommandLine))
      rulesOf().set('WMI-RPCSS-In-TCP', builtIn('TRUE'))
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await allowWmi.before(context, params)
    expect(before).toEqual({ way: 'netsh', allowed: false })
    expect(await allowWmi.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    expect(await allowWmi.run(context, params, before)).toEqual({ rules: ['WMI-RPCSS-In-TCP'], changed: true })
    await allowWmi.run(context, params, before)
    expect(await allowWmi.settle(context, params, before)).toMatchObject({ state: 'done' })
    expect(started).toEqual(['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-34251" new enable=yes'])
  })

  it('are turned on by their class from Windows 8 on', async () => {
    windows.rows['Win32_OperatingSystem'] = operatingSystem('10.0.20348')
    const rule = { InstanceID: 'WMI-RPCSS-In-TCP', Enabled: 2, __RELPATH: 'MSFT_NetFirewallRule.X="1"' }
    windows.rows['MSFT_NetFirewallRule'] = [rule]
    windows.methods['Enable'] = () => {
      windows.rows['MSFT_NetFirewallRule'] = [{ ...rule, Enabled: 1 }]
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    expect(await allowWmi.run(context, params, await allowWmi.before(context, params))).toEqual({
      rules: ['WMI-RPCSS-In-TCP'],
      changed: true,
    })
    expect(windows.queries.some((wql) => wql.includes("RuleGroup = '@FirewallAPI.dll,-34251'"))).toBe(true)
  })

  it('that stay off are an error with what to type there', async () => {
    rulesOf().set('WMI-RPCSS-In-TCP', builtIn('FALSE'))
    windows.methods['Create'] = () => ({ ReturnValue: 0 })
    const context = contextOn(windows)
    await expect(allowWmi.run(context, params, await allowWmi.before(context, params))).rejects.toMatchObject({
      error: { code: 'firewall-unchanged', remedy: expect.stringContaining('enable=yes') as string },
    })
  })
})

describe('rules of its own for several subnets', () => {
  const reach = { profiles: ['domain'], remote: ['10.1.0.0/16'] } as const
  const params = { rules: 'own' as const, profiles: ['domain' as const], remote: ['10.1.0.0/16'] }
  const text = (name: string, description: string, active = 'TRUE') =>
    `v2.10|Action=Allow|Active=${active}|Dir=In|Protocol=6|LPort=135|Name=${name}|Desc=${description}|`
  /** netsh as Windows has it, as far as these rules need it. */
  const netsh = (commandLine: string): void => {
    const name = /name="([^"]*)"/.exec(commandLine)?.[1] ?? ''
    if (commandLine.includes(' delete rule '))
      for (const [id, rule] of rulesOf()) if (rule.includes(`|Name=${name}|`)) rulesOf().delete(id)
    const description = /description="([^"]*)"/.exec(commandLine)?.[1]
    if (description !== undefined) rulesOf().set(`{${rulesOf().size + 1}-${name}}`, text(name, description))
  }
  beforeEach(() => {
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(String(CommandLine))
      netsh(String(CommandLine))
      return { ReturnValue: 0 }
    }
  })

  it('are made where they are missing, and made once', async () => {
    const context = contextOn(windows)
    const before = await allowWmi.before(context, params)
    expect((await allowWmi.run(context, params, before)).changed).toBe(true)
    await allowWmi.run(context, params, before)
    expect(started).toEqual(ownWmiRules.map((rule) => netshAddWmiRule(rule, reach)))
    expect(await allowWmi.settle(context, params, before)).toMatchObject({ state: 'done' })
  })

  it('for other senders are deleted and made anew; those that are right stay', async () => {
    const [first, second, third] = ownWmiRules.map(({ name }) => name)
    rulesOf().set('{1}', text(first ?? '', wmiReachText(reach)))
    rulesOf().set('{2}', text(second ?? '', wmiReachText({ profiles: ['public'], remote: ['any'] })))
    rulesOf().set('{3}', text(third ?? '', wmiReachText(reach), 'FALSE'))
    rulesOf().set('{4}', text('A rule of somebody else', wmiReachText(reach)))
    const context = contextOn(windows)
    await allowWmi.run(context, params, await allowWmi.before(context, params))
    expect(started).toEqual([
      netshDeleteWmiRule(second ?? ''),
      netshDeleteWmiRule(third ?? ''),
      ...ownWmiRules.slice(1).map((rule) => netshAddWmiRule(rule, reach)),
    ])
    expect([...rulesOf().keys()]).toContain('{4}')
  })

  it('take no sender that the firewall would not take', () => {
    for (const remote of ['10.1.0.0/16 & calc', 'office', '10.1.2.3/16'])
      expect(allowWmi.params.safeParse({ ...params, remote: [remote] }).success).toBe(false)
    expect(allowWmi.params.safeParse({ ...params, remote: ['localsubnet'] }).success).toBe(true)
  })

  it('are told as what they are, and how they go away again', () => {
    expect(allowWmi.title(params)).toBe('Let WMI through the firewall on domain networks, from 10.1.0.0/16')
    expect(allowWmi.title({ ...params, remote: ['any'] })).toMatch(/from anywhere$/)
    expect(allowWmi.undo(params)?.sentence).toContain(netshDeleteWmiRule(ownWmiRules[0]?.name ?? ''))
  })
})
