import type { Locator } from '@playwright/test'
import { WizardPage } from './wizard-page.ts'

/** The wizard "Configure a KMS client" as a person walks through it. */
export class ClientWizard extends WizardPage {
  get steps(): Locator {
    return this.page.getByRole('table')
  }

  /** Opens the wizard from Tasks. */
  async open(): Promise<void> {
    const card = this.page.getByRole('region', { name: 'Configure a KMS client' })
    await card.getByRole('button', { name: 'Configure a KMS client' }).click()
    await this.page.getByRole('heading', { name: 'Choose the KMS client' }).waitFor()
  }

  /** Walks from Tasks to the settings of a computer of the Lab. */
  async toSettings(host: string): Promise<void> {
    await this.open()
    await this.chooseLabComputer(host)
    await this.next.click()
    await this.page.getByRole('heading', { name: `Choose what ${host} is set to` }).waitFor()
  }

  /** A part of the page "Settings", or of the result. */
  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  /** Chooses what a setting shall be. */
  async choose(title: string, choice: string): Promise<void> {
    await this.section(title).getByRole('radio', { name: choice }).check()
  }

  /** Fixes the KMS host. */
  async fixHost(host: string, port = ''): Promise<void> {
    await this.choose('KMS host', 'This host')
    await this.page.getByRole('textbox', { name: 'KMS host' }).fill(host)
    await this.page.getByRole('textbox', { name: 'Port' }).fill(port)
  }

  /** Says whether the computer is activated at the end. */
  async activate(on: boolean): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^Activate the computer now/ }).setChecked(on)
  }

  /** Goes on to the review. */
  async toReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Review what will be done' }).waitFor()
  }

  /** Commits by the button's name and waits for the page that shows what became of it. */
  async commit(button: string, ends: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await this.page.getByRole('heading', { level: 1, name: ends, exact: true }).waitFor()
  }

  /** A value of the list of facts, by its label. */
  fact(label: string): Locator {
    return this.page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')
  }
}
