import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSelfTestService } from '../../../src-main/composition/self-test-service.ts'
import type { SelfTestReport } from '../../../src-main/contract/models/self-test-report.ts'
import { openLab } from '../../../src-main/lab/open-lab.ts'
import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import { openLabLook } from '../../support/lab-look.ts'
import { connectTo, eventData, installKey, keyedProduct, pathOf, quickLab, service } from './lab-fixture.ts'
import { hresultOf } from './fabrikam-fixture.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-report-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What "Check this computer" finds out of a computer of a scenario. */
const reportOf = async (scenario: string, host: string): Promise<SelfTestReport> => {
  const { site, parts } = openLabLook(scenario, join(folder, scenario))
  try {
    return await createSelfTestService(parts, '1.2.3').run(
      { place: 'lab', scenario, host },
      () => undefined,
      new AbortController().signal,
    )
  } finally {
    site.close()
  }
}

/** Columns that follow from what no report holds, or from the moment. */
const own = new Set(['TrustedTime', 'OfflineInstallationId', 'ProductKeyID2', '__RELPATH', 'GracePeriodRemaining'])
const told = (row: CimObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !own.has(name)))

const keyedRows = 'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null'

describe('a report of a computer', () => {
  it.each([
    ['contoso-2009', 'PC005'],
    ['contoso-2009', 'MAK01'],
    ['fabrikam-2025', 'TWIN01'],
    ['fabrikam-2025', 'OFFICE01'],
    ['fabrikam-2025', 'PLANT01'],
    ['fabrikam-2025', 'NOREARM01'],
    ['fabrikam-2025', 'FIXED01'],
  ])('of %s, %s, becomes a computer that WMI shows in the same way', async (scenario, host) => {
    const report = await reportOf(scenario, host)
    const before = await connectTo(openLab({ folder: join(folder, scenario), latencyMs: 0 }), host)
    const lab = quickLab()
    expect(await lab.loadReport(JSON.stringify(report))).toEqual({ outcome: 'loaded', host })
    const after = await connectTo(lab, host)
    const byId = (rows: readonly CimObject[]): readonly unknown[] =>
      rows.map(told).toSorted((left, right) => String(left['ID']).localeCompare(String(right['ID'])))
    expect(byId(await after.query(keyedRows))).toEqual(byId(await before.query(keyedRows)))
    expect(told(await service(after))).toEqual(told(await service(before)))
    const os = 'SELECT Version, BuildNumber, OperatingSystemSKU FROM Win32_OperatingSystem'
    expect((await after.query(os)).map(told)).toEqual((await before.query(os)).map(told))
    expect(lab.overview().computers.at(-1)).toMatchObject({ host, power: 'on' })
  })

  it('carries its events and goes on as a computer does: it asks, and takes another key', async () => {
    const report = await reportOf('contoso-2009', 'CLOCK01')
    const lab = quickLab()
    await lab.loadReport(JSON.stringify(report))
    const session = await connectTo(lab, 'clock01')
    expect(await hresultOf(session.call(pathOf(await keyedProduct(session)), 'Activate'))).toBe(0x8007232b)
    expect((await eventData(session, 'Application', 12_288)).at(-1)?.[0]).toMatch(/^0x8007232B,/)
    await installKey(session, '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH')
    expect(await keyedProduct(session)).toMatchObject({ PartialProductKey: 'HVTHH', LicenseStatus: 2 })
    await lab.advance(180)
    expect((await eventData(session, 'Application', 12_288)).length).toBeGreaterThan(1)
  })

  it('of a KMS host shows its count and its requests', async () => {
    const report = await reportOf('fabrikam-2025', 'KMS01')
    const lab = openLab('contoso-2009', { latencyMs: 0 })
    expect(await lab.loadReport(JSON.stringify(report))).toMatchObject({ outcome: 'refused', reason: 'name-taken' })
    const renamed = { ...report, system: report.system && { ...report.system, name: 'REAL-KMS' } }
    expect(await lab.loadReport(JSON.stringify(renamed))).toEqual({ outcome: 'loaded', host: 'REAL-KMS' })
    const session = await connectTo(lab, 'real-kms')
    expect(await service(session)).toMatchObject({
      IsKeyManagementServiceMachine: 1,
      KeyManagementServiceCurrentCount: 34,
    })
    expect(await lab.probe('real-kms', 1688)).toMatchObject({ outcome: 'open' })
  })

  it('stays over a restart of the app, gives way to a newer one, and goes with a reset', async () => {
    const text = JSON.stringify(await reportOf('contoso-2009', 'PC007'))
    const options = { folder: join(folder, 'kept'), latencyMs: 0 }
    const lab = openLab('first-host', options)
    await lab.loadReport(text)
    const session = await connectTo(lab, 'pc007')
    await session.call(pathOf(await service(session)), 'SetKeyManagementServiceMachine', { MachineName: 'a.test' })
    lab.close()
    const again = openLab(options)
    expect(await service(await connectTo(again, 'pc007.corp.contoso.test'))).toMatchObject({
      KeyManagementServiceMachine: 'a.test',
    })
    expect(await again.loadReport(text)).toMatchObject({ outcome: 'loaded' })
    expect(await service(await connectTo(again, 'pc007'))).toMatchObject({ KeyManagementServiceMachine: null })
    await again.reset()
    expect(await hresultOf(connectTo(again, 'pc007'))).toBe(0x80072af9)
    again.close()
  })

  it('is refused where it is none, or lacks what the licensing service told', async () => {
    const lab = quickLab()
    const before = lab.overview().computers.length
    const report = await reportOf('contoso-2009', 'PC008')
    const refusals = await Promise.all([
      lab.loadReport('no JSON'),
      lab.loadReport('{"kind":"something else"}'),
      lab.loadReport(JSON.stringify({ ...report, licensing: null })),
      lab.loadReport(JSON.stringify({ ...report, system: null })),
    ])
    expect(refusals.map((refusal) => refusal.outcome === 'refused' && refusal.reason)).toEqual([
      'no-report',
      'no-report',
      'incomplete',
      'incomplete',
    ])
    expect(lab.overview().computers).toHaveLength(before)
  })
})
