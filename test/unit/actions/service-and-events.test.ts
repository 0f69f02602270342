import { beforeEach, describe, expect, it } from 'vitest'
import { readEvents } from '../../../src-main/actions/event-spans.ts'
import { lookUpKmsHosts } from '../../../src-main/actions/kms-dns-lookup.ts'
import { readKmsEvents } from '../../../src-main/actions/licensing-events.ts'
import { restartLicensingService } from '../../../src-main/actions/restart-licensing-service.ts'
import { meets } from '../../../src-main/lab/wql/evaluate.ts'
import { parseWql } from '../../../src-main/lab/wql/parse.ts'
import { contextOn, createFakeWindows, type FakeWindows } from './fake-windows.ts'

const params: Record<string, never> = {}
let windows: FakeWindows
const service = (state: string, processId: number) => {
  windows.rows['Win32_Service'] = [{ Name: 'sppsvc', State: state, ProcessId: processId }]
}
const controls = () => windows.log.filter((line) => line.endsWith('Service') && line.startsWith('call'))

beforeEach(() => {
  windows = createFakeWindows()
  windows.methods['StopService'] = () => {
    service('Stopped', 0)
    return { ReturnValue: 0 }
  }
  windows.methods['StartService'] = () => {
    service('Running', 20)
    return { ReturnValue: 0 }
  }
})

describe('restarting the licensing service', () => {
  const before = { state: 'Running', processId: 10 }
  const run = (evidence = before) => restartLicensingService.run(contextOn(windows), params, evidence)
  const settle = (evidence = before) => restartLicensingService.settle(contextOn(windows), params, evidence)

  it('stops and starts it', async () => {
    service('Running', 10)
    expect(await run()).toEqual({ processIdBefore: 10, processId: 20 })
    expect(controls()).toEqual(['call StopService', 'call StartService'])
  })

  it('only starts it where it stands still, before or since', async () => {
    service('Stopped', 0)
    expect(await settle()).toMatchObject({ state: 'not-done' })
    await run()
    expect(controls()).toEqual(['call StartService'])
    service('Stopped', 0)
    await run({ state: 'Stopped', processId: 0 })
    expect(controls()).toEqual(['call StartService', 'call StartService'])
  })

  it('does nothing where it runs as another process already', async () => {
    service('Running', 33)
    expect(await settle()).toMatchObject({ state: 'done', result: { processId: 33 } })
    await run()
    expect(controls()).toEqual([])
  })

  it('takes it for stopped where it stopped by itself at that moment', async () => {
    service('Running', 10)
    windows.methods['StopService'] = () => {
      service('Stopped', 0)
      return { ReturnValue: 6 }
    }
    expect(await run()).toMatchObject({ processId: 20 })
  })

  it.each([
    [2, 'access-denied'],
    [3, 'service-stuck'],
  ])('tells why it would not stop (code %i)', async (code, error) => {
    service('Running', 10)
    windows.methods['StopService'] = () => ({ ReturnValue: code })
    await expect(run()).rejects.toMatchObject({ error: { code: error } })
    expect(controls()).toEqual(['call StopService'])
  })

  it('gives up waiting after a while, and tells the state', async () => {
    service('Running', 10)
    windows.methods['StopService'] = () => {
      service('Stop Pending', 10)
      return { ReturnValue: 0 }
    }
    await expect(run()).rejects.toMatchObject({
      error: { code: 'service-stuck', message: expect.stringContaining('"Stop Pending"') },
    })
  })

  it('names a computer that has no such service', async () => {
    windows.rows['Win32_Service'] = []
    await expect(restartLicensingService.before(contextOn(windows), params)).rejects.toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('events of a KMS host', () => {
  it('are asked for by log, code and the target’s own time, newest first and limited', async () => {
    windows.rows['Win32_OperatingSystem'] = [{ LocalDateTime: new Date('2026-11-20T12:00:00Z') }]
    const at = (day: number, record: number) => ({
      EventCode: 12294,
      TimeGenerated: new Date(`2026-11-${day}T00:00:00Z`),
      InsertionStrings: ['contoso.com'],
      Logfile: 'Application',
      RecordNumber: record,
    })
    windows.rows['Win32_NTLogEvent'] = [at(18, 1), at(19, 2)]
    const events = await readKmsEvents(contextOn(windows), { days: 7, limit: 3 })
    expect(events.map(({ time }) => time.slice(0, 10))).toEqual(['2026-11-19', '2026-11-19', '2026-11-18'])
    expect(events[0]).toMatchObject({ id: 12294, data: ['contoso.com'] })
    const asked = windows.queries.filter((wql) => wql.includes('Win32_NTLogEvent'))
    expect(asked[0]).toContain(`Logfile = 'Key Management Service' AND (EventCode = 12290)`)
    expect(asked[1]).toContain(`Logfile = 'Application' AND (EventCode = 12293 OR EventCode = 12294)`)
    for (const wql of asked) expect(wql).toContain(`TimeGenerated >= '20261113120000.000000+000'`)
  })
})

describe('the Application log of a KMS host', () => {
  it('is asked for events of the licensing service alone: VSS uses the number 12293 as well', async () => {
    const event = (source: string, ...data: string[]) => ({
      EventCode: 12293,
      SourceName: source,
      TimeGenerated: new Date('2026-11-19T00:00:00Z'),
      InsertionStrings: data,
      Logfile: 'Application',
      RecordNumber: 1,
    })
    const rows = [
      event('VSS', '{b5946137-7b9f-4925-af80-51abd60b20d5}', 'Routine details'),
      event('Microsoft-Windows-Security-SPP', '0x8007232D', 'contoso.com'),
      event('Software Protection Platform Service', '0x8007232D', 'corp.contoso.com'),
    ]
    windows.rows['Win32_OperatingSystem'] = [{ LocalDateTime: new Date('2026-11-20T12:00:00Z') }]
    windows.rows['Win32_NTLogEvent'] = []
    await readKmsEvents(contextOn(windows), { days: 7, limit: 3 })
    const since = new Date('2026-11-18T00:00:00Z')
    await readEvents(contextOn(windows), { log: 'Application', codes: [12293, 12294], since })
    const asked = windows.queries.filter((wql) => wql.includes(`'Application'`))
    expect(asked).toHaveLength(2)
    for (const wql of asked) {
      const where = parseWql(wql)?.where
      const answered = rows.filter((row) => where && meets(row, where))
      expect(answered.map(({ InsertionStrings }) => InsertionStrings[1])).toEqual(['contoso.com', 'corp.contoso.com'])
    }
  })
})

describe('the SRV question', () => {
  const adapters = (...servers: string[]) => {
    windows.rows['Win32_NetworkAdapterConfiguration'] = [{ DNSDomain: 'branch.test', DNSServerSearchOrder: servers }]
  }
  const ask = (dnsDomain: string | null) => lookUpKmsHosts(contextOn(windows), { dnsDomain })

  it('goes to the target’s own servers, for its own domain', async () => {
    adapters('10.0.0.1', '10.0.0.2')
    expect(await ask('corp.test')).toEqual([{ outcome: 'none', name: '_vlmcs._tcp.corp.test', server: '10.0.0.1' }])
  })

  it('goes on to the next server where one cannot be asked, and tells of both', async () => {
    adapters('10.0.0.1', '10.0.0.2')
    windows.srv = (name, server) =>
      server === '10.0.0.1'
        ? {
            outcome: 'could-not-ask',
            name,
            server,
            error: { code: 'timeout', message: 'No answer.', retryable: true },
          }
        : { outcome: 'none', name, server: server ?? null }
    expect((await ask('corp.test')).map(({ outcome }) => outcome)).toEqual(['could-not-ask', 'none'])
  })

  it('uses the adapter’s domain in a workgroup, and asks nothing where there is none', async () => {
    adapters()
    expect(await ask(null)).toMatchObject([{ name: '_vlmcs._tcp.branch.test', server: null }])
    windows.rows['Win32_NetworkAdapterConfiguration'] = [{ DNSDomain: null, DNSServerSearchOrder: null }]
    expect(await ask(null)).toEqual([])
  })
})
