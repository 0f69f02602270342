import type { Locator, Page } from '@playwright/test'
import { callBridge, valueOf } from './raw-bridge.ts'
import { WizardPage } from './wizard-page.ts'

/** Shows a scenario of the Lab. */
export const chooseScenario = async (page: Page, scenario: string): Promise<void> => {
  valueOf(await callBridge(page, 'lab.choose', { scenario }))
}

/** What every wizard of a task has: Computer, options, Review, the end. */
export class TaskWizardPage extends WizardPage {
  readonly #title: string

  constructor(page: Page, title: string) {
    super(page)
    this.#title = title
  }

  /** The links of the connection test. */
  get links(): Locator {
    return this.page.getByRole('list', { name: 'Connection test' }).getByRole('listitem')
  }

  /** The findings on the review. */
  get findings(): Locator {
    return this.page.getByRole('list', { name: 'Found out beforehand' }).getByRole('listitem')
  }

  /** Opens the wizard from Tasks, in a scenario of the Lab. */
  async open(scenario: string): Promise<void> {
    await chooseScenario(this.page, scenario)
    const card = this.page.getByRole('region', { name: this.#title })
    await card.getByRole('button', { name: this.#title }).click()
    await this.page.getByRole('radio', { name: 'A computer in the Lab (practice)' }).check()
  }

  /** Chooses a computer of the Lab by the beginning of its name. */
  async choose(host: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${host}\\b`) }).check()
  }

  /** Fills in one of the Lab's accounts. */
  async useAccount(user: string): Promise<void> {
    await this.page.getByRole('button', { name: `Use ${user}`, exact: true }).click()
  }

  /** Tests the way to the chosen computer. */
  async test(): Promise<void> {
    await this.page.getByRole('button', { name: /^Test/ }).click()
    await this.links.first().waitFor()
  }

  /** Goes on to the review. */
  async toReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Review what will be done' }).waitFor()
  }

  /** Presses the commit button and waits for the end of the plan. */
  async commit(button: string, end: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click()
    await this.page.getByRole('heading', { level: 1, name: end }).waitFor()
  }
}
