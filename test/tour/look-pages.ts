import type { Page } from '@playwright/test'
import { chooseLabComputer, openPage } from '../support/computer-choice.ts'
import { startKit } from '../support/running-kit.ts'

/**
 * Plays the pages that only look: the licensing details of a computer, an error explained over them, the look-up of a pasted
 * text, and a check of a computer, each with a picture.
 */
export const playLookPages = async (
  userData: string,
  theme: 'light' | 'dark',
  takePicture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { app, page } = await startKit(userData, { theme })
  try {
    await openPage(page, 'Licensing details')
    await chooseLabComputer(page, 'PC01')
    await page.getByRole('button', { name: 'Read the details' }).click()
    await page.getByRole('button', { name: 'Refresh' }).waitFor()
    await takePicture(page, 'licensing-details')
    await page
      .getByRole('button', { name: /^Look up 0x/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText('What to do').waitFor()
    // The dialog fades in; a picture before its end shows both pages at once.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'))
    await takePicture(page, 'error-explained')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await openPage(page, 'Error look-up')
    await page.getByRole('textbox').fill('Error: 0x8007232B\nhr=0xC004F074')
    await page.getByRole('textbox').press('Enter')
    await page.getByRole('list', { name: 'Codes found' }).waitFor()
    await takePicture(page, 'error-look-up')
    await openPage(page, 'Check this computer')
    await chooseLabComputer(page, 'PC04')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await takePicture(page, 'check-computer')
  } finally {
    await app.close()
  }
}
