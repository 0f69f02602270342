import type { Locator, Page } from '@playwright/test'

/** What every wizard has, as a person meets it. */
export class WizardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  get next(): Locator {
    return this.page.getByRole('button', { name: 'Next' })
  }

  get back(): Locator {
    return this.page.getByRole('button', { name: 'Back' })
  }

  /** Chooses a computer of the Lab by the beginning of its name. */
  async chooseLabComputer(host: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${host}\\b`) }).check()
  }
}
