import { beforeEach, describe, expect, it } from 'vitest'
import { allowKmsTraffic } from '../../../src-main/actions/allow-kms-traffic.ts'
import { firewallRulesPath } from '../../../src-main/actions/firewall-registry.ts'
import { contextOn, createFakeWindows, operatingSystem, type FakeWindows } from './fake-windows.ts'

const params: Record<string, never> = {}
const group = '@FirewallAPI.dll,-28002'
const rule = (active: boolean, context = group) =>
  `v2.10|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=6|LPort=1688|EmbedCtxt=${context}|`
let windows: FakeWindows
const calls = (method: string) => windows.log.filter((line) => line === `call ${method}`).length
const rules = (values: Record<string, string>) => {
  windows.registry.set(firewallRulesPath.toLowerCase(), new Map(Object.entries(values)))
}

beforeEach(() => {
  windows = createFakeWindows()
})

describe('before Windows 8, with netsh', () => {
  beforeEach(() => {
    windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601')
  })

  it('starts netsh with the group’s resource id and believes the registry, not the start', async () => {
    rules({ 'SPPSVC-In-TCP': rule(false), other: rule(false, '@FirewallAPI.dll,-34251') })
    const started: unknown[] = []
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(CommandLine)
      rules({ 'SPPSVC-In-TCP': rule(true) })
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await allowKmsTraffic.before(context, params)
    expect(before).toEqual({ way: 'netsh', rules: [{ id: 'SPPSVC-In-TCP', enabled: false }] })
    expect(await allowKmsTraffic.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    const result = await allowKmsTraffic.run(context, params, before)
    expect(started).toEqual(['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes'])
    expect(result).toEqual({ rules: ['SPPSVC-In-TCP'], changed: true })
    expect(await allowKmsTraffic.settle(context, params, before)).toMatchObject({ state: 'done' })
  })

  it('finds rules of the group under other names', async () => {
    rules({ '{1F2E}': rule(true), other: rule(false, '@x') })
    const context = contextOn(windows)
    const before = await allowKmsTraffic.before(context, params)
    const result = await allowKmsTraffic.run(context, params, before)
    expect(result).toEqual({ rules: ['{1F2E}'], changed: false })
    expect(calls('Create')).toBe(0)
  })

  it('fails in the end where netsh changed nothing, and where the group is missing', async () => {
    rules({ 'SPPSVC-In-TCP': rule(false) })
    windows.methods['Create'] = () => ({ ReturnValue: 0 })
    const context = contextOn(windows)
    const before = await allowKmsTraffic.before(context, params)
    const failed = allowKmsTraffic.run(context, params, before)
    await expect(failed).rejects.toMatchObject({ error: { code: 'firewall-unchanged', retryable: true } })
    await expect(failed).rejects.toThrow('SPPSVC-In-TCP')
    rules({})
    await expect(allowKmsTraffic.run(context, params, before)).rejects.toThrow('no rules of the group')
  })

  it('says that programs may not be started', async () => {
    rules({ 'SPPSVC-In-TCP': rule(false) })
    windows.methods['Create'] = () => ({ ReturnValue: 2 })
    const context = contextOn(windows)
    const before = await allowKmsTraffic.before(context, params)
    await expect(allowKmsTraffic.run(context, params, before)).rejects.toMatchObject({
      error: { code: 'access-denied' },
    })
  })
})

describe('from Windows 8 on, through the firewall’s class', () => {
  const row = (id: string, enabled: number) => ({
    __RELPATH: `MSFT_NetFirewallRule.InstanceID="${id}"`,
    InstanceID: id,
    Enabled: enabled,
    RuleGroup: group,
  })

  it('enables the rules that are off, each once, and reads them again', async () => {
    windows.rows['Win32_OperatingSystem'] = operatingSystem('10.0.20348')
    windows.rows['MSFT_NetFirewallRule'] = [row('SPPSVC-In-TCP', 2), row('SPPSVC-In-TCP-NoScope', 1)]
    const enabled: string[] = []
    windows.methods['Enable'] = (path) => {
      enabled.push(path)
      windows.rows['MSFT_NetFirewallRule'] = [row('SPPSVC-In-TCP', 1), row('SPPSVC-In-TCP-NoScope', 1)]
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await allowKmsTraffic.before(context, params)
    expect(before.way).toBe('cim')
    const result = await allowKmsTraffic.run(context, params, before)
    expect(enabled).toEqual(['MSFT_NetFirewallRule.InstanceID="SPPSVC-In-TCP"'])
    expect(result.changed).toBe(true)
    expect(windows.queries.at(-1)).toContain(`RuleGroup = '${group}'`)
    expect(calls('Create')).toBe(0)
  })
})
