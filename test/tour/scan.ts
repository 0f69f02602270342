import type { Page } from '@playwright/test'
import { ComputersPage } from '../support/computers-page.ts'
import type { StartOptions } from '../support/running-kit.ts'
import { startKit } from '../support/running-kit.ts'
import { breakComputers, hosts, ScanBarPage, scanned } from '../support/scan-control.ts'
import { chooseScenario } from '../support/task-wizard.ts'

/** Plays adding and scanning: a range with a mistake, an account, and a scan in which some computers refuse. */
export const playScan = async (
  userData: string,
  theme: NonNullable<StartOptions['theme']>,
  takePicture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { app, page } = await startKit(userData, { theme })
  try {
    await chooseScenario(page, scanned)
    await page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
    const computers = new ComputersPage(page)
    const scan = new ScanBarPage(page)
    await computers.addScenario()
    await computers.openAdding('Address range')
    await computers.dialog.getByRole('textbox', { name: 'Address ranges' }).fill('10.60.0.50-53, 10.60.0.9-10.60.0.2')
    await computers.dialog.getByRole('button', { name: 'Check the ranges' }).click()
    await computers.dialog.getByRole('alert').waitFor()
    await takePicture(page, 'add-computers')
    await page.keyboard.press('Escape')
    await computers.dialog.waitFor({ state: 'detached' })
    await scan.button('Account').click()
    await page.getByRole('dialog').waitFor()
    await takePicture(page, 'scan-account')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await breakComputers(userData, hosts.slice(50, 55), 'connect', { kind: 'refuse' })
    await scan.button('Scan').click()
    await scan.says(/^Scan finished/)
    await computers.filter.fill(hosts[50] ?? '')
    await computers.row(hosts[50] ?? '').click()
    await computers.details.waitFor()
    await takePicture(page, 'scan-done')
  } finally {
    await app.close()
  }
}
