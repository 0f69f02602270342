import type { Locator, Page } from '@playwright/test'

/** What is typed for a KMS record; what is left out stays as the form has it. */
export interface TypedRecord {
  readonly target?: string
  readonly port?: string
  readonly priority?: string
  readonly weight?: string
  readonly ttl?: string
}

/** A part of the page. */
export type DnsTab = 'KMS records' | 'BIND configuration' | 'Several KMS hosts' | 'Turn publishing off'

/** The page "Publish KMS in DNS" and its wizard, as a person uses them. */
export class PublishDnsPage {
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

  get back(): Locator {
    return this.page.getByRole('button', { name: 'Back', exact: true })
  }

  /** Opens the page from the navigation. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'KMS in DNS' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Publish KMS in DNS' }).waitFor()
  }

  /** Shows a part of the page. */
  async show(tab: DnsTab): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name })
  }

  /** Looks up what DNS holds, and waits for the answer. */
  async lookUp(): Promise<void> {
    await this.page.getByRole('button', { name: /^Look up/ }).click()
    await this.page.getByText(/^Asked at/).waitFor()
  }

  /** What was found out about a domain. */
  domain(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** The row of a record. */
  record(target: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${target.replaceAll('.', '\\.')}\\b`, 'i') })
  }

  /** Opens the wizard to add a record. */
  async add(domain: string): Promise<void> {
    await this.page.getByRole('button', { name: `Add a record in ${domain}` }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Which KMS host is to be published?' }).waitFor()
  }

  /** Types the record. */
  async type({ target, port, priority, weight, ttl }: TypedRecord): Promise<void> {
    const fields = [
      [/^KMS host/, target],
      ['Port', port],
      ['Priority', priority],
      ['Weight', weight],
      [/^TTL/, ttl],
    ] as const
    for (const [name, text] of fields) if (text !== undefined) await this.field(name).fill(text)
  }

  /** Goes on to the step "How to write it". */
  async toWay(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { level: 1, name: 'How is DNS changed?' }).waitFor()
  }

  /** Chooses a dynamic update signed with a key of the Lab. */
  async signWith(key: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^BIND/ }).check()
    await this.page.getByRole('button', { name: `Use ${key}` }).click()
  }

  /** Chooses a dynamic update without a signature. */
  async unsigned(): Promise<void> {
    await this.page.getByRole('radio', { name: /^BIND/ }).check()
    await this.page.getByRole('radio', { name: 'Send it unsigned' }).check()
  }

  /** Goes on to the review. */
  async toReview(): Promise<void> {
    await this.next.click()
    await this.page.getByRole('heading', { level: 1, name: 'Review what will be done' }).waitFor()
  }

  /** Starts the plan by its button, and waits for its end and for what DNS shows then. */
  async commit(verb: string): Promise<void> {
    await this.page.getByRole('button', { name: verb }).click()
    await this.page.getByRole('heading', { level: 1, name: /^DNS was/ }).waitFor()
    await this.page.getByText(/^Asked at/).waitFor()
  }

  /** Leaves the result for the records. */
  async backToRecords(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to the records' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Publish KMS in DNS' }).waitFor()
  }
}
