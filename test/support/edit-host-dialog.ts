import type { Locator, Page } from '@playwright/test'
import { KmsHostsPage } from './kms-hosts-page.ts'

/** The dialog that changes one setting of a KMS host, as a person uses it. */
export class EditHostDialog {
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

  /** Opens the edit of a setting from the page "KMS hosts", where its host is the only one that is known. */
  async open(setting: string): Promise<void> {
    await new KmsHostsPage(this.page).open()
    await this.page.getByRole('button', { name: `Edit: ${setting}` }).click()
    await this.next.waitFor()
  }

  /** Opens the import of a .reg file from the same page. */
  async openImport(): Promise<void> {
    await new KmsHostsPage(this.page).open()
    await this.page.getByRole('button', { name: /^Import/ }).click()
    await this.next.waitFor()
  }

  /** Goes on to the review. */
  async toReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { level: 1, name: 'Review the change' }).waitFor()
  }

  /** Presses the button that makes the change, by what it says, and waits for the end. */
  async commit(verb: string, host: string): Promise<void> {
    await this.page.getByRole('button', { name: verb }).click()
    await this.page.getByRole('heading', { level: 1, name: `The change of ${host} is made` }).waitFor()
  }
}
