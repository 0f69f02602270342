import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLabService, type OpenLabService } from '../../../src-main/composition/lab-service.ts'
import type { LabFaultInput } from '../../../src-main/contract/models/lab-fault.ts'
import { LabConfirmation, LabOverview, LabScenarios } from '../../../src-main/contract/models/lab.ts'
import { createLabSite } from '../../../src-main/lab/lab-site.ts'

let labs = ''
let lab: OpenLabService
let busy = false

beforeEach(async () => {
  busy = false
  labs = await mkdtemp(join(tmpdir(), 'kit-labs-'))
  lab = createLabService({ labs, isBusy: () => busy })
})
afterEach(async () => {
  await lab.close()
  await rm(labs, { recursive: true })
})

const computer = (overview: LabOverview, host: string) => overview.computers.find((one) => one.host === host)
const fault: LabFaultInput = {
  host: 'kms01',
  operation: 'call',
  className: null,
  method: 'Activate',
  effect: { kind: 'fail', hresult: 0xc004c008, applied: false },
  times: 2,
}

describe('the scenario that is shown', () => {
  it('is the first one until another is chosen, which is remembered', async () => {
    expect(LabScenarios.parse(await lab.scenarios())).toMatchObject({ chosen: 'first-host' })
    expect(LabOverview.parse(await lab.choose('contoso-2009'))).toMatchObject({ scenario: 'contoso-2009' })
    await lab.close()
    lab = createLabService({ labs, isBusy: () => busy })
    expect(await lab.overview()).toMatchObject({ scenario: 'contoso-2009' })
    expect((await lab.scenarios()).scenarios.map(({ name }) => name)).toEqual([
      'first-host',
      'contoso-2009',
      'fabrikam-2025',
      'woodgrove-100',
      'woodgrove-1000',
      'woodgrove-10000',
    ])
  })

  it('cannot be one that there is not', async () => {
    await expect(lab.choose('nowhere')).rejects.toMatchObject({ error: { code: 'invalid-input', field: 'scenario' } })
    expect(await lab.overview()).toMatchObject({ scenario: 'first-host' })
  })

  it.each(['not JSON', '{"scenario":"gone"}', '{"scenario":"../outside"}'])(
    'is the first one where the file says %s',
    async (content) => {
      await writeFile(join(labs, 'chosen.json'), content)
      expect(await lab.overview()).toMatchObject({ scenario: 'first-host' })
    },
  )

  it('keeps the state of each scenario apart', async () => {
    await lab.setPower('KMS01', 'asleep')
    expect(computer(await lab.choose('contoso-2009'), 'KMS01')).toMatchObject({ power: 'on' })
    expect(computer(await lab.choose('first-host'), 'KMS01')).toMatchObject({ power: 'asleep', state: 'Asleep' })
  })
})

describe('what the Lab page does', () => {
  it('shows keys, accounts, TSIG keys, zones and licences', async () => {
    const overview = LabOverview.parse(await lab.choose('contoso-2009'))
    expect(overview.computers).toHaveLength(45)
    expect(overview.tsigKeys.map(({ name }) => name)).toEqual(['kms-key', 'web-key'])
    expect(overview.zones.map(({ name, server, update }) => [name, server, update])).toEqual([
      ['corp.contoso.test', 'DC01.corp.contoso.test', 'secure'],
      ['factory.contoso.test', 'DC01.corp.contoso.test', 'none'],
      ['branch.contoso.test', 'NS01.corp.contoso.test', 'tsig'],
      ['depot.contoso.test', 'NS02.corp.contoso.test', 'tsig'],
    ])
    expect(computer(overview, 'PC001')).toMatchObject({ licence: { kind: 'kms-client', status: 2, required: 25 } })
    expect(computer(overview, 'NS01')).toMatchObject({ licence: null, user: null })
    expect(computer(overview, 'HOME01')).toMatchObject({ user: 'HOME01\\Administrator' })
  })

  it('moves the clock on, and the window and the engine see the same world', async () => {
    const site = createLabSite({ scenario: 'first-host', folder: join(labs, 'first-host'), latencyMs: 0 })
    const before = Date.parse((await lab.overview()).now)
    const after = Date.parse((await lab.advance(24 * 60)).now)
    expect(after - before).toBeGreaterThanOrEqual(24 * 60 * 60_000)
    const session = await site.connect({ host: 'PC01' }, 'root\\cimv2')
    const [row] = await session.query('SELECT LocalDateTime FROM Win32_OperatingSystem')
    expect(Number(row?.['LocalDateTime'])).toBeGreaterThanOrEqual(after)
    site.close()
  })

  it('sets faults, tells what they do, and takes them away', async () => {
    const first = await lab.setFault(fault)
    expect(first.faults).toMatchObject([
      {
        host: 'KMS01',
        left: 2,
        description: 'Calls of Activate on KMS01 are answered with 0xC004C008 (2 times more).',
      },
    ])
    const second = await lab.setFault({
      ...fault,
      host: '*',
      method: null,
      operation: 'srv',
      effect: { kind: 'refuse' },
    })
    expect(second.faults).toHaveLength(2)
    const [, other] = second.faults
    expect((await lab.clearFaults(other?.id ?? null)).faults).toHaveLength(1)
    expect((await lab.clearFaults(null)).faults).toEqual([])
  })

  it('names the field that is wrong', async () => {
    const field = async (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => null,
        (thrown: { error: { code: string; field: string } }) => `${thrown.error.code} ${thrown.error.field}`,
      )
    expect(await field(lab.setFault({ ...fault, host: 'nobody' }))).toBe('invalid-input host')
    expect(await field(lab.setPower('nobody', 'on'))).toBe('invalid-input host')
    expect(await field(lab.allowKmsPublishing('nowhere.test'))).toBe('invalid-input zone')
    expect(await field(lab.telephone('12345'))).toBe('invalid-input installationId')
    expect(await field(lab.telephone(''))).toBe('invalid-input installationId')
  })

  it('answers the telephone in eight blocks, and leaves nothing of it on the disk', async () => {
    const installationId = '123456'.repeat(9)
    const { digits, blocks } = LabConfirmation.parse(await lab.telephone(installationId))
    expect(blocks).toHaveLength(8)
    expect(blocks.join('')).toBe(digits)
    expect(await readFile(join(labs, 'first-host', 'calls.jsonl'), 'utf8')).not.toContain(digits)
  })

  it('is not put back to the beginning while a plan runs', async () => {
    await lab.setPower('PC01', 'asleep')
    busy = true
    await expect(lab.reset()).rejects.toMatchObject({ error: { code: 'busy' } })
    busy = false
    expect(computer(await lab.reset(), 'PC01')).toMatchObject({ power: 'on' })
  })
})
