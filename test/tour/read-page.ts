import type { Locator } from '@playwright/test'
import type { KmsHostWizard } from '../support/kms-host-wizard.ts'

/** What the page shows of the KMS-key warning: its role, its words, and the button that has the focus. */
export const readWarning = async (warning: Locator) => ({
  role: await warning.getAttribute('role'),
  title: (await warning.getByRole('heading').textContent())?.trim() ?? '',
  focus: await warning.evaluate((dialog) => {
    const focused = dialog.ownerDocument.activeElement
    return focused && dialog.contains(focused) ? (focused.textContent?.trim() ?? '') : ''
  }),
  text: (await warning.locator('p').allTextContents()).map((text) => text.trim()),
})

/** What the result page says of the host: channel, licence, event numbers and SRV records. */
export const readResult = async (wizard: KmsHostWizard) => {
  const events = await wizard.fact('Events').textContent()
  const srv = await wizard.fact('DNS (SRV records)').getByRole('listitem').allTextContents()
  return {
    channel: (await wizard.fact('Channel').textContent())?.trim() ?? '',
    licensed: ((await wizard.fact('Activated').textContent()) ?? '').includes('Yes, licensed'),
    count: (await wizard.fact('Current count').textContent())?.trim() ?? '',
    events: [...(events ?? '').matchAll(/Event (\d+)/g)].map(([, id]) => Number(id)),
    srv: srv.map((record) => record.trim()),
  }
}
