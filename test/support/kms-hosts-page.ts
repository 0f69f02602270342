import type { Locator, Page } from '@playwright/test'

/** The page "KMS hosts" as a person uses it. */
export class KmsHostsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the page from the navigation. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'KMS hosts' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'KMS hosts' }).waitFor()
  }

  /** The known hosts. */
  get list(): Locator {
    return this.page.getByRole('list', { name: 'Known KMS hosts' })
  }

  /** The overview of a host, by its full name. */
  overview(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** The question before a host is taken from the list. */
  get question(): Locator {
    return this.page.getByRole('alertdialog')
  }

  /** A plot, by what its title says. */
  plot(title: string | RegExp): Locator {
    return this.page.getByRole('figure', { name: title })
  }

  /** Adds a computer of the Lab by hand. */
  async addLabComputer(fullName: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a host' }).click()
    const form = this.page.getByRole('form', { name: 'Add a KMS host that exists already' })
    await form.getByRole('radio', { name: 'In the Lab (practice)' }).check()
    const choice = form.getByRole('combobox', { name: 'Computer in the Lab' })
    const option = choice.getByRole('option', { name: new RegExp(`^${fullName.replaceAll('.', '\\.')}:`) })
    await choice.selectOption((await option.getAttribute('value')) ?? '')
    await form.getByRole('button', { name: 'Add to the list' }).click()
    await form.waitFor({ state: 'detached' })
  }

  /** Reads the host anew, and waits until it has been read. */
  async refresh(): Promise<void> {
    const refresh = this.page.getByRole('button', { name: 'Refresh' })
    // The text has whole seconds; the attribute tells two readings of one second apart.
    const before = await this.page.getByText(/^Read at/).getAttribute('datetime')
    await refresh.click()
    await this.page.locator(`time:not([datetime="${before}"])`, { hasText: /^Read at/ }).waitFor()
  }
}
