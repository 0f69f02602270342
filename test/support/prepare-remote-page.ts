import type { Locator, Page } from '@playwright/test'
import { TaskWizardPage } from './task-wizard.ts'

/** The wizard "Prepare remote management" as a person walks through it. */
export class PrepareRemotePage extends TaskWizardPage {
  constructor(page: Page) {
    super(page, 'Prepare remote management')
  }

  get subnets(): Locator {
    return this.page.getByRole('textbox', { name: /^Subnets and addresses/ })
  }

  get saveScript(): Locator {
    return this.page.getByRole('button', { name: 'Save the script' })
  }

  /** The parts of the script, each with what it does and its lines. */
  get scriptParts(): Locator {
    return this.page.getByRole('list', { name: 'Script', exact: true }).getByRole('listitem')
  }

  /** Goes on to what is changed. */
  async toChanges(host: string): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { level: 1, name: `Choose what is changed on ${host}` }).waitFor()
  }

  /** Chooses rules of the app's own. */
  async chooseOwnRules(): Promise<void> {
    await this.page.getByRole('radio', { name: /^From several subnets/ }).check()
  }
}
