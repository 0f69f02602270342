import type { Locator, Page } from '@playwright/test'

/** The choice of a computer on the pages that read. */
export const chooseLabComputer = async (page: Page, host: string): Promise<void> => {
  await page.getByRole('radio', { name: 'A computer in the Lab (practice)' }).check()
  await page.getByRole('radio', { name: new RegExp(`^${host}\\b`) }).check()
}

/** Opens a page of the app from the navigation. */
export const openPage = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Presses a copy button and tells what goes to the clipboard, which the page itself may not read. */
export const copiedBy = async (page: Page, button: Locator): Promise<string> => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset['copied'] = text
    }
  })
  await button.press('Enter')
  await page.locator('html[data-copied]').waitFor({ state: 'attached' })
  return page.evaluate(() => document.documentElement.dataset['copied'] ?? '')
}
