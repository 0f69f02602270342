import type { Page } from '@playwright/test'
import { PrepareImagePage } from '../support/prepare-image-page.ts'
import { PrepareRemotePage } from '../support/prepare-remote-page.ts'
import { startKit } from '../support/running-kit.ts'

type Theme = 'light' | 'dark'
type TakePicture = (page: Page, name: string) => Promise<void>

/** Leaves a wizard in which something was chosen. */
const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
}

/** Plays both preparations as far as they are decided: an image, and a computer that local accounts cannot manage yet. */
export const playPreparation = async (userData: string, theme: Theme, picture: TakePicture) => {
  const { app, page } = await startKit(userData, { theme })
  try {
    const image = new PrepareImagePage(page)
    await image.toTask('contoso-2009', 'MAK02')
    const rearms = (await image.fact('Rearms left for Windows').textContent()) ?? ''
    await image.task('Generalize with Sysprep').check()
    await picture(page, 'image-task')
    await image.toReview()
    await picture(page, 'image-review')
    await leave(page)

    const remote = new PrepareRemotePage(page)
    await remote.open('contoso-2009')
    await remote.choose('HOME01')
    await remote.useAccount('HOME01\\owner')
    await remote.test()
    await page.getByRole('alert').scrollIntoViewIfNeeded()
    await picture(page, 'remote-broken-link')
    const brokenLink = (await page.getByRole('alert').textContent()) ?? ''
    await remote.toChanges('HOME01')
    await remote.scriptParts.first().waitFor()
    await picture(page, 'remote-changes')
    await remote.saveScript.scrollIntoViewIfNeeded()
    await picture(page, 'remote-script')
    return { rearms, brokenLink }
  } finally {
    await app.close()
  }
}
