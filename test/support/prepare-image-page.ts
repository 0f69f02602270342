import type { Locator, Page } from '@playwright/test'
import { TaskWizardPage } from './task-wizard.ts'

/** The wizard "Prepare an image" as a person walks through it. */
export class PrepareImagePage extends TaskWizardPage {
  constructor(page: Page) {
    super(page, 'Prepare an image')
  }

  /** Walks from Tasks to what can be done to a computer. */
  async toTask(scenario: string, host: string): Promise<void> {
    await this.open(scenario)
    await this.choose(host)
    await this.next.click()
    await this.page.getByRole('heading', { level: 1, name: `Choose what is done to ${host}` }).waitFor()
    await this.page.getByRole('radiogroup', { name: 'What is to be done?' }).waitFor()
  }

  /** One of the things that can be done, by the beginning of its name. */
  task(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) })
  }

  /** A fact of the computer as it is now. */
  fact(label: string): Locator {
    return this.page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')
  }
}
