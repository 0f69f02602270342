import type { Locator, Page } from '@playwright/test'
import { HostOptions, type PublishingWay } from './host-options.ts'
import { KmsHostWizard } from './kms-host-wizard.ts'

/** The step that waits for a confirmation ID, as a person sees it. */
export class TelephoneStep {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: 'Activate by telephone' })
  }

  /** The blocks of the installation ID. */
  get installationId(): Locator {
    return this.page.getByRole('list', { name: 'Installation ID' }).getByRole('listitem')
  }

  /** The field of one block of the confirmation ID, A to H. */
  block(letter: string): Locator {
    return this.page.getByRole('textbox', { name: `Block ${letter}` })
  }

  /** What stands in the eight fields. */
  async typed(): Promise<readonly string[]> {
    return Promise.all([...'ABCDEFGH'].map((letter) => this.block(letter).inputValue()))
  }

  get activate(): Locator {
    return this.page.getByRole('button', { name: 'Activate with this confirmation ID' })
  }

  /** The plan among the unfinished ones on Tasks. */
  get card(): Locator {
    return this.page.getByRole('region', { name: 'Unfinished plans' }).getByRole('article')
  }

  /** Walks from Tasks to the call, with publishing as wanted and all else as Windows has it. */
  async walkTo(publishing: PublishingWay = 'automatic'): Promise<void> {
    const wizard = new KmsHostWizard(this.page)
    const options = new HostOptions(wizard)
    await wizard.open()
    await wizard.chooseLabComputer('KMS01')
    await wizard.toHostKey()
    await wizard.toOptions()
    await options.activate('By telephone')
    await options.publish(publishing)
    await wizard.fromOptionsToReview()
    await wizard.openWarning('KMS01')
    await wizard.consent('KMS01')
    await this.heading.waitFor()
  }

  /** Has the Lab's telephone tell the confirmation ID; its blocks. */
  async callLab(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: 'Call the Lab’s telephone' }).click()
    await this.page.getByRole('button', { name: 'Type it into the blocks' }).waitFor()
    const told = await this.page
      .getByRole('code')
      .filter({ hasText: /^\d{6} \d{6}/ })
      .textContent()
    return (told ?? '').split(' ')
  }

  /** Puts text into a field as the clipboard does. */
  async pasteInto(letter: string, text: string): Promise<void> {
    await this.block(letter).evaluate((field, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', pasted)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }
}
