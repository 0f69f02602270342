import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLabService, type OpenLabService } from '../../../src-main/composition/lab-service.ts'
import { createSelfTestService } from '../../../src-main/composition/self-test-service.ts'
import type { LabFaultInput } from '../../../src-main/contract/models/lab-fault.ts'
import { SelfTestEvent, SelfTestReport, selfTestSteps } from '../../../src-main/contract/models/self-test-report.ts'
import { scenarioNamed } from '../../../src-main/lab/scenarios/all-scenarios.ts'
import type { LabSite } from '../../../src-main/lab/lab-site.ts'
import type { LookParts } from '../../../src-main/plans/look.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'
import { openLabLook } from '../../support/lab-look.ts'

const scenario = 'contoso-2009'
let labs = ''
let lab: OpenLabService
let site: LabSite
let parts: LookParts
beforeAll(async () => {
  labs = await mkdtemp(join(tmpdir(), 'kit-self-test-'))
  lab = createLabService({ labs, isBusy: () => false })
  await lab.choose(scenario)
  ;({ site, parts } = openLabLook(scenario, join(labs, scenario)))
})
afterAll(async () => {
  site.close()
  await lab.close()
  await rm(labs, { recursive: true })
})

interface Run {
  readonly events: readonly SelfTestEvent[]
  readonly report: SelfTestReport
}

const check = async (host: string): Promise<Run> => {
  const events: SelfTestEvent[] = []
  const report = await createSelfTestService(parts, '1.2.3').run(
    { place: 'lab', scenario, host },
    (event) => events.push(event),
    new AbortController().signal,
  )
  return { events, report }
}

const levels = ({ steps }: SelfTestReport) =>
  Object.fromEntries(steps.map(({ step, finding }) => [step, finding.level]))

const withFault = async <T>(fault: Partial<LabFaultInput> & Pick<LabFaultInput, 'effect'>, work: () => Promise<T>) => {
  await lab.setFault({ host: 'PC001', operation: null, className: null, method: null, times: null, ...fault })
  try {
    return await work()
  } finally {
    await lab.clearFaults(null)
  }
}

describe('a computer that answers', () => {
  it('goes through every step that concerns it, in order, and ends with a report within its schema', async () => {
    const { events, report } = await check('PC001')
    const plan = selfTestSteps.filter((step) => step !== 'elevation')
    expect(report.steps.map(({ step }) => step)).toEqual(plan)
    for (const event of events) expect(SelfTestEvent.parse(event)).toEqual(event)
    expect(events.flatMap((event) => (event.state === 'running' ? [event.running] : []))).toEqual(plan)
    expect(events.at(-1)).toEqual({ state: 'ended', report })
    expect(report.complete).toBe(true)
    expect(events.slice(0, -1).every((event) => event.state === 'running' && !event.report.complete)).toBe(true)
  })

  it('is told with its Windows, its classes and their generation, its settings and its events', async () => {
    const { report } = await check('PC001')
    expect(levels(report)).toMatchObject({ wmi: 'ok', 'os-version': 'ok', schema: 'ok', service: 'ok', clock: 'ok' })
    expect(report.system).toMatchObject({ name: 'PC001', build: 7600, productType: 1, partOfDomain: true })
    expect(report.licensing?.generation).toBe('6.1')
    expect(report.licensing?.schemas[1]?.properties).not.toContain('ProductKeyChannel')
    expect(report.licensing?.products).toHaveLength(1)
    expect(report.services.map(({ name }) => name)).toContain('sppsvc')
    expect(report.dns.length).toBeGreaterThan(0)
  })

  it('tells a wrong clock, with the code that a KMS host refuses it with', async () => {
    const { report } = await check('CLOCK01')
    const clock = report.steps.find(({ step }) => step === 'clock')
    expect(clock?.finding).toMatchObject({ level: 'problem', hresult: 0xc004f06c })
    expect(clock?.finding.message).toContain('6 hours behind')
  })
})

describe('a computer that cannot be reached', () => {
  it.each([
    ['ASLEEP01', 'port-135'],
    ['NOWMI01', 'port-135'],
    ['NOPE01', 'name'],
  ])('%s: names the link that breaks, and skips what lies behind it', async (host, broken) => {
    const { report } = await check(host)
    const found = report.steps.findIndex(({ step }) => step === broken)
    expect(report.steps[found]?.finding).toMatchObject({ level: 'problem', remedy: expect.any(String) as string })
    expect(report.steps.slice(found + 1).every(({ finding }) => finding.level === 'skipped')).toBe(true)
    expect(report).toMatchObject({ system: null, licensing: null, clock: null, complete: true })
  })

  it('tells that access is denied', async () => {
    const { report } = await withFault({ operation: 'connect', effect: { kind: 'access-denied' } }, () =>
      check('PC001'),
    )
    const wmi = report.steps.find(({ step }) => step === 'wmi')
    expect(wmi?.finding).toMatchObject({ level: 'problem', hresult: 0x80070005 })
    expect(levels(report)).toMatchObject({ licensing: 'skipped', dns: 'skipped' })
  })
})

describe('a part that fails', () => {
  it.each([
    ['SoftwareLicensingService', 'schema'],
    ['Win32_Service', 'service'],
    ['Win32_NTLogEvent', 'events'],
  ])('%s does not stop the steps behind it', async (className, step) => {
    const hresult = 0x80041001
    const { report } = await withFault({ className, effect: { kind: 'fail', hresult, applied: false } }, () =>
      check('PC001'),
    )
    expect(report.steps.find((one) => one.step === step)?.finding).toMatchObject({ level: 'problem', hresult })
    expect(levels(report)).toMatchObject({ wmi: 'ok', clock: 'ok' })
    expect(SelfTestReport.parse(report)).toEqual(report)
  })

  it('tells a registry that denies access', async () => {
    const { report } = await withFault(
      { operation: 'call', className: 'StdRegProv', effect: { kind: 'access-denied' } },
      () => check('PC001'),
    )
    expect(levels(report)).toMatchObject({ registry: 'problem', licensing: 'warning' })
  })
})

describe('stopping', () => {
  it('ends the run and keeps what was told so far', async () => {
    const aborting = new AbortController()
    const events: SelfTestEvent[] = []
    const run = createSelfTestService(parts, '1.2.3').run(
      { place: 'lab', scenario, host: 'PC001' },
      (event) => {
        events.push(event)
        if (event.state === 'running' && event.running === 'schema') aborting.abort()
      },
      aborting.signal,
    )
    await expect(run).rejects.toBeDefined()
    const last = events.at(-1)
    expect(last).toMatchObject({ state: 'running', running: 'schema', report: { complete: false } })
    expect(last?.report.steps.map(({ step }) => step)).toEqual(['name', 'port-135', 'wmi', 'os-version'])
  })
})

describe('what a report never holds', () => {
  it('a key, an installation ID, a password or the account that was used', async () => {
    const { accounts } = scenarioNamed(scenario)
    const [account] = accounts
    if (account === undefined) throw new Error('the scenario has no account')
    const vault = createSecretVault(Buffer.alloc(32))
    const credential = { user: account.user, password: vault.put('password', account.password).ref }
    const report = await createSelfTestService({ ...parts, vault }, '1.2.3').run(
      { place: 'lab', scenario, host: 'KMS01', credential },
      () => undefined,
      new AbortController().signal,
    )
    const text = JSON.stringify(report)
    expect(report.steps.find(({ step }) => step === 'wmi')?.finding.level).toBe('ok')
    expect(text).not.toContain(account.password)
    expect(text.toLowerCase()).not.toContain(account.user.toLowerCase().replace('\\', '\\\\'))
    for (const row of [report.licensing?.service ?? {}, ...(report.licensing?.products ?? [])])
      expect(Object.keys(row).filter((name) => /OA3x|OfflineInstallationId|DigitalPid/.test(name))).toEqual([])
    expect(text).not.toMatch(/(?:\d{6}\D{0,6}){8}/)
  })
})
