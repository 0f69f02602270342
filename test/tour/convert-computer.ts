import type { Page } from '@playwright/test'
import { ConvertWizard, convertKeys } from '../support/convert-wizard.ts'
import { startKit } from '../support/running-kit.ts'

type Theme = 'light' | 'dark'
type TakePicture = (page: Page, name: string) => Promise<void>

/** Plays two conversions of today's company: a MAK computer to KMS, then a KMS client to a MAK as far as its review. */
export const playConversion = async (userData: string, theme: Theme, picture: TakePicture) => {
  const { app, page } = await startKit(userData, { theme })
  const wizard = new ConvertWizard(page)
  try {
    await wizard.walkTo('fabrikam-2025', 'MAK01')
    await picture(page, 'convert-to-kms')
    await wizard.toReview()
    await picture(page, 'convert-to-kms-review')
    await wizard.commit('Make MAK01 a KMS client')
    await wizard.now.getByText('It is a KMS client.').waitFor()
    await picture(page, 'convert-to-kms-result')
    const converted = (await wizard.now.textContent()) ?? ''
    await page.getByRole('button', { name: 'Close' }).click()

    await wizard.walkTo('fabrikam-2025', 'PC01')
    await wizard.mak.fill(convertKeys.fabrikamMak)
    await wizard.findings('MAK').last().waitFor()
    await wizard.findings('MAK').last().scrollIntoViewIfNeeded()
    await picture(page, 'convert-to-mak')
    await wizard.toReview()
    await picture(page, 'convert-to-mak-review')
    return { converted }
  } finally {
    await app.close()
  }
}
