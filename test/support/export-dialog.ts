import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the menu names a format. */
export type ExportName = 'Command file (slmgr)' | 'PowerShell script' | 'Ansible playbook'

/** The menu Export and its dialog as a person uses them. */
export class ExportDialog {
  readonly page: Page
  readonly app: ElectronApplication
  readonly folder: string

  /** @param folder where files are saved */
  constructor(page: Page, app: ElectronApplication, folder: string) {
    this.page = page
    this.app = app
    this.folder = folder
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Export as / })
  }

  /** Opens the dialog of a format and waits for its first file. */
  async open(format: ExportName): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.page.getByRole('menuitem', { name: format }).click()
    await this.dialog
      .getByRole('button', { name: /^Save / })
      .first()
      .waitFor()
  }

  /** Saves one of its files and reads what lies on the disk. */
  async save(name: string): Promise<string> {
    const path = join(this.folder, name)
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await this.dialog.getByRole('button', { name: `Save ${name}`, exact: true }).click()
    await this.dialog.getByText(`${name} is saved.`, { exact: true }).waitFor()
    return readFileSync(path, 'utf8')
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }
}
