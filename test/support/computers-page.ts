import type { Locator, Page } from '@playwright/test'

/** A way of the dialog that adds computers. */
export type AddWay = 'Type or paste' | 'CSV file' | 'Address range' | 'Active Directory' | 'Lab scenario'

/** The page Computers as a person uses it. */
export class ComputersPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The table, in groups or not. */
  get table(): Locator {
    return this.page.getByRole('main').locator('table[aria-rowcount]')
  }

  get filter(): Locator {
    return this.page.getByRole('searchbox', { name: 'Filter' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Add computers' })
  }

  get details(): Locator {
    return this.page.getByRole('complementary')
  }

  /** How many computers are shown, and of how many. */
  get shown(): Locator {
    return this.page.getByText(/^[\d,]+ (of [\d,]+ )?computers?( shown)?$/).last()
  }

  /** The names of the computers whose lines are drawn, in the order of the table. */
  get names(): Locator {
    return this.table.getByRole('rowheader')
  }

  /** The line of a computer, by the beginning of its name. */
  row(name: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`, 'i') }) })
  }

  /** The heading of a group, by its name. */
  group(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: new RegExp(`^${name}[\\d,]+ computers?$`) })
  }

  /** Chooses a view, a group or what is scanned. */
  async choose(field: 'View' | 'Group by' | 'Scan', option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).selectOption(option)
  }

  /** Opens the dialog that adds computers, on one of its ways. */
  async openAdding(way: AddWay): Promise<void> {
    await this.page.getByRole('button', { name: 'Add computers' }).click()
    await this.dialog.getByRole('tab', { name: way }).click()
  }

  /** Adds what the dialog shows and waits until it is gone. */
  async add(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** Adds every computer of the Lab's scenario to an empty list. */
  async addScenario(): Promise<void> {
    await this.page.getByRole('button', { name: /^Add all/ }).click()
    await this.table.waitFor()
  }

  /** Scans and waits for the end. */
  async scan(which = 'All computers'): Promise<void> {
    await this.choose('Scan', which)
    await this.page.getByRole('button', { name: 'Scan', exact: true }).click()
    await this.page.getByText(/^Scan finished/).waitFor()
  }
}
