import type { Locator } from '@playwright/test'
import { callBridge, valueOf } from './raw-bridge.ts'
import { WizardPage } from './wizard-page.ts'

/** Scenarios in which computers are converted. */
export type ConvertScenario = 'contoso-2009' | 'fabrikam-2025'

/** The fictional keys that the tests convert with; the Lab alone recognises them. */
export const convertKeys = {
  contosoMak: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT',
  contosoHost: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB',
  contosoClientHost: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CT7',
  fabrikamMak: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNFCT',
  fabrikamServerMak: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNFRV',
} as const

/** The wizard "Convert a computer" as a person walks through it. */
export class ConvertWizard extends WizardPage {
  /** The field of the multiple activation key. */
  get mak(): Locator {
    return this.page.getByRole('textbox', { name: 'MAK' })
  }

  /** The field of a client setup key that is typed. */
  get setupKey(): Locator {
    return this.page.getByRole('textbox', { name: 'Client setup key' })
  }

  /** What the check of a typed key found. */
  findings(label: 'MAK' | 'Client setup key'): Locator {
    return this.page.getByRole('list', { name: label }).getByRole('listitem')
  }

  /** One direction, by its name. */
  direction(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) })
  }

  /** The steps of the reviewed plan, with their commands. */
  get steps(): Locator {
    return this.page.getByRole('table')
  }

  /** Opens the wizard from Tasks in a scenario of the Lab. */
  async open(scenario: ConvertScenario): Promise<void> {
    valueOf(await callBridge(this.page, 'lab.choose', { scenario }))
    const home = this.page.getByRole('region', { name: 'Convert a computer' })
    await home.getByRole('button', { name: 'Convert a computer' }).click()
    await this.page.getByRole('heading', { name: 'Choose the computer to convert' }).waitFor()
  }

  /** Chooses a computer of the Lab and goes on to the step "Conversion". */
  async choose(host: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${host}\\b`) }).check()
    await this.next.click()
    await this.page.getByRole('heading', { name: `Choose how ${host} is converted` }).waitFor()
    await this.page.getByRole('heading', { name: 'What the computer is now' }).waitFor()
  }

  /** Opens the wizard and goes on to the step "Conversion" with a computer. */
  async walkTo(scenario: ConvertScenario, host: string): Promise<void> {
    await this.open(scenario)
    await this.choose(host)
  }

  async toReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { name: 'Review what will be done' }).waitFor()
  }

  /** Presses the commit button and waits for the end of the plan. */
  async commit(button: string, end: 'Done' | 'Failed' = 'Done'): Promise<void> {
    await this.page.getByRole('button', { name: button }).click()
    await this.page.getByRole('heading', { level: 1, name: new RegExp(`: ${end}`, 'i') }).waitFor()
  }

  /** What the computer says of itself after the plan. */
  get now(): Locator {
    return this.page.getByRole('region', { name: 'What the computer is now' })
  }
}
