import { test as base, expect } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { endKit, startKit, type RunningKit, type StartOptions } from '../support/running-kit.ts'

interface Fixtures {
  readonly folderPrefix: string
  /** A fresh user-data folder, removed afterwards. */
  readonly userData: string
  /** Starts the app on `userData`; whatever still runs at the end of the test is closed. */
  readonly start: (options?: StartOptions) => Promise<RunningKit>
  /** The app, started. */
  readonly kit: RunningKit
  /** The wizard in the started app. */
  readonly wizard: KmsHostWizard
}

/** Each test gets its own user-data folder, so that no state crosses from one to the next. */
export const test = base.extend<Fixtures>({
  folderPrefix: ['activation-kit-', { option: true }],
  userData: async ({ folderPrefix }, use) => {
    const folder = await mkdtemp(join(tmpdir(), folderPrefix))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ userData }, use) => {
    const running: RunningKit[] = []
    await use(async (options) => {
      const kit = await startKit(userData, options)
      running.push(kit)
      return kit
    })
    for (const kit of running) await endKit(kit)
  },
  kit: async ({ start }, use) => {
    const kit = await start()
    await use(kit)
    expect(kit.complaints, 'errors in the console of the page').toEqual([])
  },
  wizard: async ({ kit }, use) => {
    await use(new KmsHostWizard(kit.page))
  },
})

export { expect }
