import type { Page } from '@playwright/test'
import { BatchPage } from '../support/batch-page.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { chooseScenario } from '../support/made-kms-host.ts'
import { startKit, type StartOptions } from '../support/running-kit.ts'

/** Plays a task for a hundred computers: who is left out, the review, the first few, the results with what failed. */
export const playBatch = async (
  userData: string,
  theme: NonNullable<StartOptions['theme']>,
  takePicture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { app, page } = await startKit(userData, { theme })
  try {
    await chooseScenario(page, 'woodgrove-100')
    await page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
    const computers = new ComputersPage(page)
    await computers.addScenario()
    await computers.scan()
    const batch = new BatchPage(page)
    await batch.openOnAll(/^Configure as KMS clients/, 100)
    await takePicture(page, 'batch-computers')
    await batch.next.click()
    await batch.useHost('kms02.corp.woodgrove.test')
    await batch.policy('Go on with the others', 5, 16)
    await batch.toReview(89)
    await takePicture(page, 'batch-review')
    await batch.button('Configure 89 computers').click()
    await batch.reads('The first computers are done: look at them')
    await takePicture(page, 'batch-first-computers')
    await batch.button(/^Go on with/).click()
    await batch.reads('Done on 87 of 89 computers')
    await takePicture(page, 'batch-results')
  } finally {
    await app.close()
  }
}
