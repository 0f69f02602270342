import type { Locator } from '@playwright/test'
import { WizardPage } from './wizard-page.ts'

/** The fictional host key of the scenario first-host; the Lab alone recognises it. */
export const labHostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'

/** The wizard "Set up a KMS host" as a person walks through it. */
export class KmsHostWizard extends WizardPage {
  get keyField(): Locator {
    return this.page.getByRole('textbox', { name: 'KMS host key' })
  }

  /** The KMS-key warning. */
  get warning(): Locator {
    return this.page.getByRole('alertdialog')
  }

  /** Opens the wizard from Tasks. */
  async open(): Promise<void> {
    const home = this.page.getByRole('region', { name: 'Set up a KMS host' })
    await home.getByRole('button', { name: 'Set up a KMS host' }).click()
    await this.page.getByRole('heading', { name: 'Choose the computer that becomes the KMS host' }).waitFor()
  }

  /** Goes on to the step "Host key". */
  async toHostKey(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Enter the KMS host key' }).waitFor()
  }

  /** Goes on to the step "Options" with a key. */
  async toOptions(key = labHostKey): Promise<void> {
    await this.keyField.fill(key)
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Choose how the host works' }).waitFor()
  }

  /** Goes on from the step "Options" to the step "Review". */
  async fromOptionsToReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Review what will be done' }).waitFor()
  }

  /** Goes on to the step "Review" with a key, with all options as Windows has them. */
  async toReview(key = labHostKey): Promise<void> {
    await this.toOptions(key)
    await this.fromOptionsToReview()
  }

  /** Presses the commit button, which opens the KMS-key warning. */
  async openWarning(host: string): Promise<void> {
    await this.page.getByRole('button', { name: `Set up ${host} as a KMS host` }).click()
    await this.warning.waitFor()
  }

  /** Walks from Tasks to the open warning. */
  async walkToWarning(host = 'KMS01', key = labHostKey): Promise<void> {
    await this.open()
    await this.chooseLabComputer(host)
    await this.toHostKey()
    await this.toReview(key)
    await this.openWarning(host)
  }

  /** Consents to the warning; the plan runs from here on. */
  async consent(host = 'KMS01'): Promise<void> {
    await this.warning.getByRole('button', { name: `Make ${host} a KMS host` }).click()
    await this.warning.waitFor({ state: 'detached' })
  }

  /** Waits for the page that says the host is set up. */
  async succeeded(host = 'KMS01'): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: `${host} is a KMS host` }).waitFor()
  }

  /** A value of the report on the result page, by its label. */
  fact(label: string): Locator {
    return this.page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')
  }
}
