import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLicensingDetailsService } from '../../../src-main/composition/licensing-details-service.ts'
import { LicensingDetailsAnswer, type DetailsScope } from '../../../src-main/contract/models/licensing-details.ts'
import { scenarioNamed, scenarioNames } from '../../../src-main/lab/scenarios/all-scenarios.ts'
import { openLabLook } from '../../support/lab-look.ts'

const signal = new AbortController().signal
let labs = ''
beforeAll(async () => {
  labs = await mkdtemp(join(tmpdir(), 'kit-details-'))
})
afterAll(() => rm(labs, { recursive: true }))

const withLab = async <T>(
  scenario: string,
  work: (read: (host: string, scope: DetailsScope) => Promise<LicensingDetailsAnswer>) => Promise<T>,
): Promise<T> => {
  const { site, parts } = openLabLook(scenario, join(labs, scenario))
  const service = createLicensingDetailsService(parts)
  try {
    return await work((host, scope) => service.read({ place: 'lab', scenario, host }, scope, signal))
  } finally {
    site.close()
  }
}

describe('licensing details in the Lab', () => {
  it('are read of Windows 7 without a property that it lacks', async () => {
    const answer = await withLab('contoso-2009', (read) => read('PC001', 'default'))
    expect(LicensingDetailsAnswer.parse(answer)).toEqual(answer)
    const { details, texts, expiry } = answer
    expect(details.generation).toBe('6.1')
    expect(details.service.subscription).toBeNull()
    expect(details.products).toHaveLength(1)
    expect(texts.dlv).toMatch(/^Software licensing service version: 6\.1\./)
    expect(texts.dlv).not.toMatch(/Product Key Channel|SKU rearm|Configured Activation Type/)
    expect(expiry).toHaveLength(1)
    expect(texts.xpr.split('\n')[1]?.trim()).toBe(expiry[0]?.slmgr)
  })

  it('tell nothing but that there is none of an ID that is not there', async () => {
    const answer = await withLab('first-host', (read) => read('KMS01', '00000000-0000-4000-8000-000000000000'))
    expect(answer.details.products).toEqual([])
    expect(answer.texts.dli).toContain('product key not found')
  })

  it('take the clock of the computer, compared with that of the technician’s own in the Lab', async () => {
    const right = await withLab('contoso-2009', (read) => read('PC001', 'default'))
    const wrong = await withLab('contoso-2009', (read) => read('CLOCK01', 'default'))
    expect(Math.abs(right.details.clock.ahead)).toBeLessThan(60)
    expect(Math.abs(wrong.details.clock.ahead)).toBeGreaterThan(4 * 3600)
  })

  it('tell of the key in the firmware its end and what it is called, where there is one', async () => {
    const firmwareOf = (host: string) =>
      withLab('fabrikam-2025', async (read) => (await read(host, 'default')).details.service.firmwareKey)
    expect(await firmwareOf('OEM01')).toEqual({ lastFive: 'FRMWR', description: '[4.0] Professional OEM:DM' })
    expect(await firmwareOf('PC01')).toBeNull()
  })

  it('fail for a computer that is not there', async () => {
    await expect(withLab('first-host', (read) => read('NOPE', 'default'))).rejects.toMatchObject({
      code: 'name-not-found',
    })
  })
})

describe.each(scenarioNames)('%s', (scenario) => {
  it('every computer with Windows that answers fits the contract and never tells the key in its firmware', async () => {
    const { site, parts } = openLabLook(scenario, join(labs, `${scenario}-every`))
    const service = createLicensingDetailsService(parts)
    const hosts = scenarioNamed(scenario).hosts.slice(0, 100)
    let read = 0
    for (const host of hosts) {
      const answer = await service.read({ place: 'lab', scenario, host }, 'all', signal).catch(() => null)
      if (answer === null) continue
      read += 1
      expect(LicensingDetailsAnswer.parse(answer)).toEqual(answer)
      expect(JSON.stringify(answer)).not.toMatch(/OA3x|F4K3Y-/i)
      expect(`${answer.texts.dlv}${answer.texts.dli}`).not.toContain('FRMWR')
      expect(answer.texts.dlv).toContain('License Status: ')
    }
    site.close()
    expect(read).toBeGreaterThan(1)
  })
})
