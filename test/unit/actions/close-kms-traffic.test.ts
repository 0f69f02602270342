import { beforeEach, describe, expect, it } from 'vitest'
import { closeKmsTraffic } from '../../../src-main/actions/close-kms-traffic.ts'
import { firewallRulesPath } from '../../../src-main/actions/firewall-registry.ts'
import { contextOn, createFakeWindows, operatingSystem, type FakeWindows } from './fake-windows.ts'

const params: Record<string, never> = {}
const group = '@FirewallAPI.dll,-28002'
const rule = (active: boolean) =>
  `v2.10|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=6|LPort=1688|EmbedCtxt=${group}|`
let windows: FakeWindows
const rules = (values: Record<string, string>) => {
  windows.registry.set(firewallRulesPath.toLowerCase(), new Map(Object.entries(values)))
}

beforeEach(() => {
  windows = createFakeWindows()
  windows.rows['Win32_OperatingSystem'] = operatingSystem('6.1.7601')
})

describe('closing the firewall to KMS traffic', () => {
  it('turns the group off with netsh before Windows 8 and believes the registry', async () => {
    rules({ 'SPPSVC-In-TCP': rule(true) })
    const started: unknown[] = []
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(CommandLine)
      rules({ 'SPPSVC-In-TCP': rule(false) })
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await closeKmsTraffic.before(context, params)
    expect(await closeKmsTraffic.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    const result = await closeKmsTraffic.run(context, params, before)
    expect(started).toEqual(['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=no'])
    expect(result).toEqual({ rules: ['SPPSVC-In-TCP'], changed: true })
    expect(await closeKmsTraffic.settle(context, params, before)).toMatchObject({ state: 'done' })
  })

  it('leaves a closed firewall, and one without the group, as it is', async () => {
    const context = contextOn(windows)
    for (const values of [{ 'SPPSVC-In-TCP': rule(false) }, {}]) {
      rules(values)
      const before = await closeKmsTraffic.before(context, params)
      const result = await closeKmsTraffic.run(context, params, before)
      expect(result.changed).toBe(false)
      expect(closeKmsTraffic.outcome(result)).toBe('The firewall did not let KMS traffic in.')
    }
    expect(windows.log.filter((line) => line === 'call Create')).toEqual([])
  })

  it('fails where netsh changed nothing, naming the rule and the command', async () => {
    rules({ 'SPPSVC-In-TCP': rule(true) })
    windows.methods['Create'] = () => ({ ReturnValue: 0 })
    const context = contextOn(windows)
    const before = await closeKmsTraffic.before(context, params)
    await expect(closeKmsTraffic.run(context, params, before)).rejects.toMatchObject({
      error: {
        code: 'firewall-unchanged',
        message: expect.stringContaining('SPPSVC-In-TCP') as string,
        remedy: expect.stringContaining('enable=no') as string,
      },
    })
  })

  it('disables the rules through their class from Windows 8 on', async () => {
    const row = (enabled: number) => ({
      __RELPATH: 'MSFT_NetFirewallRule.InstanceID="SPPSVC-In-TCP"',
      InstanceID: 'SPPSVC-In-TCP',
      Enabled: enabled,
      RuleGroup: group,
    })
    windows.rows['Win32_OperatingSystem'] = operatingSystem('10.0.26100')
    windows.rows['MSFT_NetFirewallRule'] = [row(1)]
    windows.methods['Disable'] = () => {
      windows.rows['MSFT_NetFirewallRule'] = [row(2)]
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await closeKmsTraffic.before(context, params)
    expect(await closeKmsTraffic.run(context, params, before)).toEqual({ rules: ['SPPSVC-In-TCP'], changed: true })
    expect(windows.log).toContain('call Disable')
  })
})
