import type { Locator, Page } from '@playwright/test'

/** A part of the Lab page. */
export type LabTab = 'Computers' | 'Faults' | 'DNS zones' | 'Accounts and keys' | 'Telephone'

/** The fictional host key for KMS01 of the scenario contoso-2009. */
export const contosoHostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'

/** What is filled in to set a fault; what is left out stays as the dialog has it. */
export interface FaultChoice {
  /** Beginning of the name of the kind, for example "Access denied". */
  readonly kind: string
  readonly where?: string
  readonly method?: string
  readonly times?: string
}

/** The Lab page as a person uses it. */
export class LabPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the page from the navigation. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'Lab' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Lab' }).waitFor()
    await this.tab('Computers').waitFor()
  }

  get scenario(): Locator {
    return this.page.getByRole('combobox', { name: 'Scenario' })
  }

  /** The question before something is lost. */
  get question(): Locator {
    return this.page.getByRole('alertdialog')
  }

  /** The dialog in which a fault is filled in. */
  get faultDialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Set a fault' })
  }

  /** What happened while the clock was moved on, one sentence each. */
  get happened(): Locator {
    return this.page.getByRole('list', { name: 'What happened meanwhile' }).getByRole('listitem')
  }

  tab(name: LabTab): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  /** Shows a part of the page. */
  async show(name: LabTab): Promise<void> {
    await this.tab(name).click()
  }

  /** The row of a computer, by its short name. */
  row(host: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${host}\\.`) }) })
  }

  /** Chooses a scenario by its title and waits until it is shown. */
  async choose(title: string, computers: number): Promise<void> {
    await this.scenario.selectOption(title)
    await this.page.getByRole('tab', { name: `Computers (${computers})` }).waitFor()
  }

  /** Moves the clock on by one of the fixed amounts and waits until it has. */
  async advance(amount: string): Promise<void> {
    const time = this.page.getByRole('time')
    const before = await time.getAttribute('datetime')
    await this.page.getByRole('button', { name: `Advance ${amount}` }).click()
    await this.page.locator(`time:not([datetime="${before}"])`).waitFor()
    await this.happened.first().waitFor()
  }

  /** Switches a computer off and waits until it is. */
  async switchOff(host: string): Promise<void> {
    await this.page.getByRole('button', { name: `Switch off ${host}` }).click()
    await this.page.getByRole('button', { name: `Switch on ${host}` }).waitFor()
  }

  /** Sets a fault on a computer, from its row. */
  async setFault(host: string, { kind, where, method, times }: FaultChoice): Promise<void> {
    await this.page.getByRole('button', { name: `Set a fault on ${host}` }).click()
    await this.faultDialog.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
    if (where !== undefined) await this.faultDialog.getByLabel('Where it strikes').selectOption(where)
    if (method !== undefined) await this.faultDialog.getByLabel('Which call').selectOption(method)
    if (times !== undefined) {
      await this.faultDialog.getByLabel('How often').selectOption('A number of times')
      await this.faultDialog.getByLabel('How many times').fill(times)
    }
    await this.faultDialog.getByRole('button', { name: 'Set a fault' }).click()
    await this.faultDialog.waitFor({ state: 'detached' })
  }
}
