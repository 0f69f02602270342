import type { Locator, Page } from '@playwright/test'

/** The pages "Deployment map" and "Expiry" and the dialog "Save a report", as a person uses them. */
export class DeploymentPages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a page from the navigation. */
  async open(name: 'Deployment map' | 'Expiry'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name }).click()
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  /** The problems of the map. */
  get findings(): Locator {
    return this.page.getByRole('list', { name: 'What to mend' })
  }

  /** One problem, by a text in it. */
  finding(text: string | RegExp): Locator {
    return this.findings.locator(':scope > li').filter({ hasText: text })
  }

  /** The picture of the map. */
  get picture(): Locator {
    return this.page.getByRole('figure', { name: /DNS domains, KMS hosts and KMS clients/ })
  }

  table(name: string | RegExp): Locator {
    return this.page.getByRole('table', { name })
  }

  /** The dialog "Save a report". */
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Save a report' })
  }

  /** Opens the dialog. */
  async openReport(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save a report' }).click()
    await this.dialog.waitFor()
  }

  /** Saves in a format and waits until that is said. */
  async save(format: RegExp): Promise<void> {
    await this.dialog.getByRole('radio', { name: format }).check()
    await this.dialog.getByRole('button', { name: 'Save the report' }).click()
    await this.dialog.getByText('The report was saved.').waitFor({ timeout: 90_000 })
  }
}
