import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLabService, type OpenLabService } from '../../../src-main/composition/lab-service.ts'
import { createSelfTestService } from '../../../src-main/composition/self-test-service.ts'
import { openLabLook } from '../../support/lab-look.ts'

let labs = ''
let lab: OpenLabService
beforeEach(async () => {
  labs = await mkdtemp(join(tmpdir(), 'kit-lab-report-'))
  lab = createLabService({ labs, isBusy: () => false })
})
afterEach(async () => {
  await lab.close()
  await rm(labs, { recursive: true })
})

const reportOf = async (host: string): Promise<string> => {
  const scenario = 'contoso-2009'
  const { site, parts } = openLabLook(scenario, join(labs, scenario))
  const target = { place: 'lab', scenario, host } as const
  const run = createSelfTestService(parts, '1.2.3').run(target, () => undefined, new AbortController().signal)
  return run.then(JSON.stringify).finally(() => site.close())
}

it('a report becomes a computer of the scenario that is shown, and is there for a new service too', async () => {
  await lab.choose('first-host')
  const { computers } = await lab.loadReport(await reportOf('PC009'))
  expect(computers.map(({ host }) => host)).toContain('PC009')
  await lab.close()
  lab = createLabService({ labs, isBusy: () => false })
  expect((await lab.overview()).computers.at(-1)).toMatchObject({ host: 'PC009' })
})

it('what is no report, or names a computer of the scenario, is refused with a remedy', async () => {
  await lab.choose('contoso-2009')
  await expect(lab.loadReport('{}')).rejects.toMatchObject({
    error: { code: 'invalid-input', field: 'text', remedy: expect.stringContaining('Check this computer') },
  })
  await expect(lab.loadReport(await reportOf('PC009'))).rejects.toMatchObject({
    error: { message: expect.stringContaining('PC009') },
  })
})
