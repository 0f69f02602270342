import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { batchSource } from '../../../src-main/composition/batch-source.ts'
import { createExportService } from '../../../src-main/composition/export-service.ts'
import { ExportFormat } from '../../../src-main/contract/models/plan-export.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { clientsOf, startBatchApp, threeSettings, type BatchApp } from '../plans/batches/batch-app.ts'

const scenario = 'woodgrove-100'
const password = "Pa55'w0rd&{{x}}$()"
const mak = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M2KWG'

let folder: string
let app: BatchApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'field-kit-export-'))
  app = startBatchApp(folder, { scenario })
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

const exports = () =>
  createExportService({
    plan: app.plans.frozen,
    batch: async (batchId) => batchSource(await app.batches.frozen(batchId), { catalogue, computerName: 'DESK' }),
  })

/** Computers with two accounts that share nothing but their names' beginnings. */
const targets = (): readonly TargetRef[] => {
  const accounts = ['WOODGROVE\\desk', 'WOODGROVE\\server'].map((user) => ({
    user,
    password: app.vault.put('password', `${password}${user}`).ref,
  }))
  return ['WG-PC-0001', 'WG-PC-0002', 'WG-PC-0003'].map((host, index) => {
    const credential = accounts[index % 2]
    return credential === undefined ? { place: 'lab', scenario, host } : { place: 'lab', scenario, host, credential }
  })
}

it('exports a batch that is proposed with its steps, its computers and no secret', async () => {
  const { batchId } = await app.batches.propose({
    draft: threeSettings,
    targets: [...targets()],
    policy: { onFailure: { stopAfter: 2 }, canary: 1, concurrency: 4 },
  })
  for (const format of ExportFormat.options) {
    const made = await exports().export({ batchId, format })
    const text = made.files.map((file) => file.text).join('\n')
    for (const name of ['WG-PC-0001', 'WG-PC-0002', 'WG-PC-0003']) expect(text).toContain(name)
    expect(text).toContain('kms02.corp.woodgrove.test')
    for (const secret of [password, 'secret:', 'WOODGROVE\\desk', 'WOODGROVE\\server'])
      expect(text).not.toContain(secret)
    expect(made.notes).toContain(
      'The plan uses 2 accounts. No account is named in it; see in the file how each is given.',
    )
    expect(made.notes).toContain('Each computer is looked at first. One that the plan does not fit is left as it is.')
  }
})

it('asks for a MAK by its end, and does not know it', async () => {
  const { batchId } = await app.batches.propose({
    draft: {
      wizard: 'convert-computer',
      conversion: { direction: 'kms-to-mak', mak: app.vault.put('product-key', mak).ref, activation: 'online' },
      overruled: ['key-kind'],
    },
    targets: [...targets()],
    policy: { onFailure: 'continue', canary: null, concurrency: 4 },
  })
  for (const format of ExportFormat.options) {
    const made = await exports().export({ batchId, format })
    const text = made.files.map((file) => file.text).join('\n')
    expect(text).not.toContain(mak)
    expect(text).not.toContain(mak.replaceAll('-', ''))
    expect(text).toContain('ending in M2KWG')
  }
})

it('exports a batch that ran, in a later life of the app and by the id that the journal has for it', async () => {
  const made = await app.batches.propose({
    draft: threeSettings,
    targets: [...clientsOf(scenario, 1)],
    policy: { onFailure: 'stop-at-first', canary: null, concurrency: 4 },
  })
  const before = await exports().export({ batchId: made.batchId, format: 'powershell' })
  await app.batches.commit({ batchId: made.batchId, digest: made.digest })
  await app.batches.idle()
  app.close()
  app = startBatchApp(folder, { scenario })
  expect(await exports().export({ batchId: made.batchId, format: 'powershell' })).toEqual(before)
  expect(await exports().export({ planId: made.batchId, format: 'powershell' })).toEqual(before)
})

it('does not know a batch that was never made', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000'
  for (const question of [{ batchId: unknown }, { planId: unknown }])
    await expect(exports().export({ ...question, format: 'ansible' })).rejects.toMatchObject({
      error: { code: 'not-found' },
    })
})
