import type { Locator, Page } from '@playwright/test'
import type { KmsHostWizard } from './kms-host-wizard.ts'

/** How a host is activated, and where it publishes itself, by the names of the choices. */
export type Activation = 'Online' | 'By telephone' | 'Later'
export type PublishingWay = 'automatic' | 'domains' | 'none'

const publishingNames: Record<PublishingWay, RegExp> = {
  automatic: /, automatically/,
  domains: /^In these domains/,
  none: /^Nowhere in DNS/,
}

/** The step "Options" of the wizard, as a person fills it in. */
export class HostOptions {
  readonly page: Page

  constructor(wizard: KmsHostWizard) {
    this.page = wizard.page
  }

  get port(): Locator {
    return this.page.getByRole('textbox', { name: 'TCP port' })
  }

  get activationInterval(): Locator {
    return this.page.getByRole('textbox', { name: 'Activation interval in minutes' })
  }

  get renewalInterval(): Locator {
    return this.page.getByRole('textbox', { name: 'Renewal interval in minutes' })
  }

  get lowPriority(): Locator {
    return this.page.getByRole('checkbox', { name: /low priority/ })
  }

  /** What is folded away at first. */
  get advanced(): Locator {
    return this.page.getByRole('button', { name: 'Priority and intervals' })
  }

  /** A cell of the publish list, by its column and its row from 1. */
  cell(column: 'Domain' | 'Priority' | 'Weight', row: number): Locator {
    return this.page.getByRole('textbox', { name: `${column}, row ${row}` })
  }

  async activate(way: Activation): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${way}`) }).check()
  }

  async publish(way: PublishingWay): Promise<void> {
    await this.page.getByRole('radio', { name: publishingNames[way] }).check()
    if (way === 'domains') await this.cell('Domain', 1).waitFor()
  }

  /** Adds a row to the publish list. */
  async addDomain(domain: string, row: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a domain' }).click()
    await this.cell('Domain', row).fill(domain)
  }
}
