import type { Locator, Page } from '@playwright/test'

/** A plan that was interrupted, on Tasks and on the page that resumes it. */
export class InterruptedPlan {
  readonly page: Page
  readonly host: string

  constructor(page: Page, host = 'KMS01') {
    this.page = page
    this.host = host
  }

  /** The plan among the unfinished ones on Tasks. */
  get card(): Locator {
    return this.page
      .getByRole('region', { name: 'Unfinished plans' })
      .getByRole('article', { name: `Make ${this.host} a KMS host, ${this.host}` })
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: 'The plan was interrupted' })
  }

  get keyField(): Locator {
    return this.page.getByRole('textbox', { name: /KMS host key/ })
  }

  get passwordField(): Locator {
    return this.page.getByLabel(/password of/i)
  }

  /** What stands beside a step, by its number from 1. */
  step(number: number): Locator {
    return this.page
      .getByRole('list', { name: 'Steps of the plan' })
      .getByRole('listitem')
      .nth(number - 1)
  }

  /** Presses "Check and resume" on Tasks: opens the plan, and goes on at once where nothing has to be typed. */
  async openFromHome(): Promise<void> {
    await this.card.getByRole('button', { name: 'Check and resume' }).click()
  }

  /** Presses "Check and resume" on the plan's own page. */
  async resume(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check and resume' }).click()
  }
}
