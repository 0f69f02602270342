import { beforeEach, describe, expect, it } from 'vitest'
import { allowPort } from '../../../src-main/actions/allow-port.ts'
import { firewallRulesPath } from '../../../src-main/actions/firewall-registry.ts'
import { verifyPublishing } from '../../../src-main/actions/verify-publishing.ts'
import { contextOn, createFakeWindows, type FakeWindows } from './fake-windows.ts'

let windows: FakeWindows
beforeEach(() => {
  windows = createFakeWindows()
})

describe('a firewall rule for a port of its own', () => {
  const params = { port: 1700 }
  const rule = (active = 'TRUE', port = 1700) =>
    `v2.10|Action=Allow|Active=${active}|Dir=In|Protocol=6|LPort=${port}|Name=Key Management Service (TCP ${port})|`
  const rules = (values: Record<string, string>) =>
    windows.registry.set(firewallRulesPath.toLowerCase(), new Map(Object.entries(values)))

  it('is made by netsh and believed when the registry shows it; another run makes none', async () => {
    rules({ '{1}': rule('TRUE', 1688) })
    const started: unknown[] = []
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(CommandLine)
      rules({ '{1}': rule('TRUE', 1688), '{2}': rule() })
      return { ReturnValue: 0 }
    }
    const context = contextOn(windows)
    const before = await allowPort.before(context, params)
    expect(await allowPort.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    expect(await allowPort.run(context, params, before)).toEqual({ rule: '{2}', changed: true })
    expect(await allowPort.run(context, params, before)).toEqual({ rule: '{2}', changed: true })
    expect(await allowPort.settle(context, params, before)).toMatchObject({ state: 'done' })
    expect(started).toEqual([
      'netsh advfirewall firewall add rule name="Key Management Service (TCP 1700)" dir=in action=allow protocol=TCP localport=1700',
    ])
  })

  it('that is there and off is not taken for open', async () => {
    rules({ '{1}': rule('FALSE') })
    windows.methods['Create'] = () => ({ ReturnValue: 0 })
    const context = contextOn(windows)
    const before = await allowPort.before(context, params)
    expect(before.rule).toBeNull()
    await expect(allowPort.run(context, params, before)).rejects.toMatchObject({
      error: { code: 'firewall-unchanged', retryable: true },
    })
  })

  it('fails where Windows does not let the account start programs', async () => {
    rules({})
    windows.methods['Create'] = () => ({ ReturnValue: 2 })
    const context = contextOn(windows)
    await expect(allowPort.run(context, params, await allowPort.before(context, params))).rejects.toMatchObject({
      error: { code: 'access-denied' },
    })
  })
})

describe('looking for the events of a publish list', () => {
  const restart = { 'service.restart-licensing': { since: '2026-11-22T09:59:00.400Z', lastRecord: 7 } }
  const event = (id: number, record: number, time: string, ...data: string[]) => ({
    EventCode: id,
    TimeGenerated: new Date(time),
    InsertionStrings: data,
    Logfile: 'Application',
    RecordNumber: record,
  })
  const run = (domains: string[] | null) =>
    verifyPublishing.run(contextOn(windows, { earlier: restart }), { domains }, null)
  const sameSecond = '2026-11-22T09:59:00.000Z'
  const later = '2026-11-22T09:59:05.000Z'
  beforeEach(() => {
    windows.rows['Win32_OperatingSystem'] = [{ LocalDateTime: new Date('2026-11-22T10:00:00Z') }]
  })

  it('finds one 12294 per domain, names them and takes no older event for one', async () => {
    windows.rows['Win32_NTLogEvent'] = [
      event(12_293, 7, sameSecond, '0x8007232D', 'contoso.com'),
      event(12_294, 8, sameSecond, 'contoso.com'),
      event(12_294, 9, later, 'corp.contoso.com'),
    ]
    const result = await run(['contoso.com', 'CORP.contoso.com'])
    expect(result).toEqual({ published: ['corp.contoso.com', 'contoso.com'], missing: [] })
    expect(verifyPublishing.outcome(result)).toBe('Published in corp.contoso.com, contoso.com (event 12294).')
  })

  it('asks for events of the licensing service alone, because others log 12293 as well', async () => {
    windows.rows['Win32_NTLogEvent'] = [event(12_294, 8, later, 'contoso.com')]
    await run(['contoso.com'])
    const asked = windows.queries.filter((wql) => wql.includes('Win32_NTLogEvent'))
    expect(asked.every((wql) => wql.includes('SourceName ='))).toBe(true)
  })

  it('warns of a domain about which nothing was logged', async () => {
    windows.rows['Win32_NTLogEvent'] = [event(12_294, 8, later, 'contoso.com')]
    const result = await run(['contoso.com', 'corp.contoso.com'])
    expect(result.missing).toEqual(['corp.contoso.com'])
    expect(verifyPublishing.outcome(result)).toContain('Warning')
    expect(verifyPublishing.outcome(result)).toContain('corp.contoso.com')
  })

  it('takes 12293 for a failure, also in a domain that nobody asked about', async () => {
    windows.rows['Win32_NTLogEvent'] = [
      event(12_294, 8, later, 'contoso.com'),
      event(12_293, 9, later, '0x80072338', 'other.contoso.com'),
    ]
    const failure = run(['contoso.com'])
    await expect(failure).rejects.toMatchObject({ error: { code: 'licensing-refused', hresult: 0x80072338 } })
    await expect(failure).rejects.toThrow('other.contoso.com')
  })

  it('asks the latest event of a domain, so that a second try that worked counts', async () => {
    windows.rows['Win32_NTLogEvent'] = [
      event(12_293, 8, sameSecond, '0x80072338', 'contoso.com'),
      event(12_294, 9, later, 'contoso.com'),
    ]
    expect(await run(['contoso.com'])).toMatchObject({ published: ['contoso.com'] })
  })
})
