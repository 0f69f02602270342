import { axeViolations } from '../support/axe-violations.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { expect, test } from './launch.ts'

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page, step or dialog in ${theme}`, async ({ start }) => {
    // Axe looks at every page in turn.
    test.slow()
    const { page } = await start({ theme })
    const wizard = new KmsHostWizard(page)
    const check = async (place: string): Promise<void> => {
      expect(await axeViolations(page), place).toEqual([])
    }
    await check('Home')
    await wizard.open()
    await wizard.chooseLabComputer('PC04')
    await wizard.next.click()
    await expect(page.getByText(/port 135/).first()).toBeVisible()
    await check('Computer, asleep')
    await wizard.chooseLabComputer('KMS01')
    await page.getByRole('button', { name: /^Test/ }).click()
    await expect(page.getByText('KMS01 can be set up from here.')).toBeVisible()
    await check('Computer, tested')
    await wizard.toHostKey()
    await wizard.keyField.fill('F4K3Y-F4K3Y')
    await wizard.next.click()
    await check('Host key, refused')
    await wizard.toOptions()
    await check('Options')
    await wizard.fromOptionsToReview()
    await check('Review')
    await wizard.openWarning('KMS01')
    await check('KMS-key warning')
    await wizard.consent('KMS01')
    await wizard.succeeded('KMS01')
    await check('Result')
    await page.getByRole('button', { name: 'Show in the journal' }).click()
    await expect(wizard.heading).toHaveText('Journal')
    await check('Journal')
  })
