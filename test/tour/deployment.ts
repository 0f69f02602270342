import { expect, type Page } from '@playwright/test'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { DeploymentPages } from '../support/deployment-pages.ts'
import { startKit } from '../support/running-kit.ts'
import { scanScenario } from '../support/scanned-estate.ts'

const scenario = 'fabrikam-2025'

/** Plays what is looked at once an estate was scanned, each with a picture: the map, the ends of activations, a report. */
export const playDeployment = async (
  userData: string,
  theme: 'light' | 'dark',
  takePicture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { app, page } = await startKit(userData, { theme })
  const picture = async (name: string): Promise<void> => {
    // Bars grow and dialogs fade in; a picture before the end shows neither.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'))
    await takePicture(page, name)
  }
  try {
    const pages = new DeploymentPages(page)
    await scanScenario(page, scenario, 'In the server room')
    const host = { place: 'lab', scenario, host: 'kms01.corp.fabrikam.test' }
    valueOf(await callBridge(page, 'kmsHosts.add', { host }))
    await pages.open('Deployment map')
    await pages.findings.waitFor()
    await picture('deployment-map')
    await pages.open('Expiry')
    await pages.table('Ends by date').waitFor()
    await expect(page.getByRole('figure').locator('svg rect').first()).toBeVisible()
    await picture('expiry')
    await pages.openReport()
    await picture('report')
  } finally {
    await app.close()
  }
}
