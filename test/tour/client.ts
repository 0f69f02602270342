import type { Page } from '@playwright/test'
import { ClientWizard } from '../support/client-wizard.ts'
import { chooseScenario } from '../support/made-kms-host.ts'
import { startKit, type StartOptions } from '../support/running-kit.ts'

const host = 'FIXED01'

/** Plays "Configure a KMS client": a refused computer, then one whose fixed KMS host is gone. */
export const playClient = async (
  userData: string,
  theme: NonNullable<StartOptions['theme']>,
  takePicture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { app, page } = await startKit(userData, { theme })
  try {
    await chooseScenario(page, 'fabrikam-2025')
    const wizard = new ClientWizard(page)
    await wizard.open()
    await wizard.chooseLabComputer('MAK01')
    await wizard.next.click()
    await page.getByRole('button', { name: 'Convert this computer' }).waitFor()
    await takePicture(page, 'client-refused')
    await wizard.chooseLabComputer(host)
    await wizard.next.click()
    await page.getByRole('heading', { name: `Choose what ${host} is set to` }).waitFor()
    await wizard.choose('KMS host', 'Automatic discovery')
    await takePicture(page, 'client-settings')
    await wizard.toReview()
    await takePicture(page, 'client-review')
    await wizard.commit(`Configure ${host}`, `${host} is activated`)
    await wizard.fact('Events of the last day').waitFor()
    await takePicture(page, 'client-result')
  } finally {
    await app.close()
  }
}
