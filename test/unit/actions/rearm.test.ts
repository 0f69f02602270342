import { afterEach, describe, expect, it } from 'vitest'
import { generalizeWindows } from '../../../src-main/actions/generalize.ts'
import { rearmApplication, rearmProduct, rearmWindows } from '../../../src-main/actions/rearm.ts'
import { windowsApplicationId } from '../../../src-main/licensing/product-kind.ts'
import type { Lab } from '../../../src-main/lab/open-lab.ts'
import { failureOf, labTarget, perform, quickLab, type LabTarget } from './lab-actions.ts'
import { contextOn, createFakeWindows, type FakeWindows } from './fake-windows.ts'

const labs: Lab[] = []
afterEach(() => labs.splice(0).forEach((lab) => lab.close()))
const on = (scenario: string, host: string): LabTarget => {
  const lab = quickLab(scenario)
  labs.push(lab)
  return labTarget(lab, host)
}
const keyed = 'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL'
const application = { applicationId: windowsApplicationId }
const text = (wanted: string): string => expect.stringContaining(wanted) as string

describe('rearming Windows', () => {
  it('spends one rearm, gives a new client machine ID and says that a restart is needed', async () => {
    const pc = on('contoso-2009', 'pc001')
    const service = 'SELECT * FROM SoftwareLicensingService'
    const { ClientMachineID: cmid, RemainingWindowsReArmCount: left } = await pc.row(service)
    const { outcome } = await perform(rearmWindows, pc, {})
    const after = await pc.row(service)
    expect(after['RemainingWindowsReArmCount']).toBe(Number(left) - 1)
    expect(after['ClientMachineID']).not.toBe(cmid)
    expect(outcome).toBe(
      `The rearm was made; it takes effect when the computer restarts. ${Number(left) - 1} rearms left.`,
    )
  })

  it('is refused with an explanation where none is left, before anything runs', async () => {
    const pc = on('fabrikam-2025', 'norearm01')
    expect(await rearmWindows.check?.(pc.context, {})).toMatchObject([
      { level: 'problem', hresult: 0xc004d307, message: text('No rearm is left for Windows') },
    ])
    expect(await failureOf(perform(rearmWindows, pc, {}))).toMatchObject({ error: { hresult: 0xc004d307 } })
    expect(pc.count('ReArmWindows')).toBe(0)
  })

  it('is not made twice after a kill: the count tells that it was made', async () => {
    const pc = on('contoso-2009', 'pc001')
    const before = await rearmWindows.before(pc.context, {})
    expect(await rearmWindows.settle(pc.context, {}, before)).toMatchObject({ state: 'cannot-tell' })
    await rearmWindows.run(pc.context, {}, before)
    expect(await rearmWindows.settle(pc.context, {}, before)).toMatchObject({ state: 'done' })
    await rearmWindows.run(pc.context, {}, before)
    expect(pc.count('ReArmWindows')).toBe(1)
  })

  it('is refused where SkipRearm makes it do nothing', async () => {
    const windows = createFakeWindows()
    windows.rows['SoftwareLicensingService'] = [{ Version: '6.1', RemainingWindowsReArmCount: 3 }]
    windows.registry.set(
      String.raw`software\microsoft\windows nt\currentversion\softwareprotectionplatform`,
      new Map([['SkipRearm', 1]]),
    )
    const findings = await rearmWindows.check?.(contextOn(windows), {})
    expect(findings).toMatchObject([{ level: 'problem', message: text('SkipRearm is 1') }])
  })
})

describe('rearming a part', () => {
  it('needs Windows 8.1, and Windows 7 is told so before anything runs', async () => {
    const pc = on('contoso-2009', 'pc001')
    for (const findings of [
      await rearmApplication.check?.(pc.context, application),
      await rearmProduct.check?.(pc.context, { activationId: windowsApplicationId }),
    ])
      expect(findings).toMatchObject([{ check: 'needs-version', message: text('needs Windows 8.1') }])
    expect(await failureOf(perform(rearmApplication, pc, application))).toMatchObject({
      error: { code: 'unsupported-version' },
    })
  })

  it('rearms one application', async () => {
    const pc = on('fabrikam-2025', 'pc01')
    const { RemainingAppReArmCount: left } = await pc.row(keyed)
    const { result } = await perform(rearmApplication, pc, application)
    expect(result).toEqual({ before: left, left: Number(left) - 1 })
  })

  it('rearms one product', async () => {
    const pc = on('fabrikam-2025', 'pc01')
    const { ID: id, RemainingSkuReArmCount: left } = await pc.row(keyed)
    const { result } = await perform(rearmProduct, pc, { activationId: `{${String(id)}}` })
    expect(result).toEqual({ before: left, left: Number(left) - 1 })
    expect(pc.count('ReArmSku')).toBe(1)
  })

  it('is refused where that part has none left', async () => {
    const pc = on('fabrikam-2025', 'norearm01')
    const { ID: id } = await pc.row(keyed)
    expect(await rearmApplication.check?.(pc.context, application)).toMatchObject([
      { message: text('No rearm is left') },
    ])
    expect(await rearmProduct.check?.(pc.context, { activationId: String(id) })).toMatchObject([
      { message: text('No rearm is left') },
    ])
  })

  it.each([
    ['nonsense', 'is no application ID'],
    ['', 'is empty'],
    ['11111111-2222-3333-4444-555555555555', 'No product of the application'],
  ])('is refused with the application ID "%s"', async (applicationId, message) => {
    const [finding] = (await rearmApplication.check?.(on('fabrikam-2025', 'pc01').context, { applicationId })) ?? []
    expect(finding).toMatchObject({ level: 'problem', field: 'applicationId', message: text(message) })
  })
})

describe('generalizing', () => {
  const command = String.raw`C:\Windows\System32\Sysprep\sysprep.exe /generalize /oobe /shutdown /quiet`
  const fake = (left: number): FakeWindows => {
    const windows = createFakeWindows()
    windows.rows = {
      SoftwareLicensingService: [{ Version: '6.1', RemainingWindowsReArmCount: left }],
      Win32_OperatingSystem: [{ WindowsDirectory: String.raw`C:\Windows`, LastBootUpTime: '2026-11-22' }],
      Win32_Process: [],
    }
    return windows
  }
  const run = async (windows: FakeWindows) => {
    const context = contextOn(windows)
    return generalizeWindows.run(context, {}, await generalizeWindows.before(context, {}))
  }

  it('shuts a computer of the Lab down as an image with its rearm spent', async () => {
    const pc = on('contoso-2009', 'pc001')
    const { rearmsLeft } = (await perform(generalizeWindows, pc, {})).before
    expect(pc.count('Create')).toBe(1)
    expect(rearmsLeft).toBeGreaterThan(0)
  })

  it('starts Sysprep once, with the folder that Windows is in, and leaves it at work', async () => {
    const windows = fake(3)
    const started: unknown[] = []
    windows.methods['Create'] = (_, input) => {
      started.push(input['CommandLine'])
      windows.rows['Win32_Process'] = [{ ProcessId: 7 }]
      return { ReturnValue: 0, ProcessId: 7 }
    }
    await run(windows)
    const context = contextOn(windows)
    const before = await generalizeWindows.before(context, {})
    expect(await generalizeWindows.settle(context, {}, before)).toMatchObject({ state: 'done' })
    await run(windows)
    expect(started).toEqual([command])
  })

  it('fails where Sysprep ends at once, and names its log', async () => {
    const windows = fake(3)
    windows.methods['Create'] = () => ({ ReturnValue: 0, ProcessId: 7 })
    expect(await failureOf(run(windows))).toMatchObject({
      error: { message: text('ended at once'), remedy: text('setupact.log') },
    })
    const context = contextOn(windows)
    const before = await generalizeWindows.before(context, {})
    expect(await generalizeWindows.settle(context, {}, before)).toMatchObject({ state: 'cannot-tell' })
  })

  it('is refused where no rearm is left, and says what Sysprep would do', async () => {
    const windows = fake(0)
    expect(await generalizeWindows.check?.(contextOn(windows), {})).toMatchObject([
      { level: 'problem', message: text('leave the activation timers as they are') },
    ])
    expect(await failureOf(run(windows))).toMatchObject({ error: { hresult: 0xc004d307 } })
    expect(windows.log).not.toContain('call Create')
  })
})
