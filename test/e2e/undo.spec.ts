import { axeViolations } from '../support/axe-violations.ts'
import { ClientWizard } from '../support/client-wizard.ts'
import { chooseScenario } from '../support/made-kms-host.ts'
import { expect, test } from './launch.ts'

for (const theme of ['light', 'dark'] as const)
  test(`the settings of a KMS client are put back from its result and from the journal (${theme})`, async ({
    start,
  }) => {
    test.slow()
    const { page } = await start({ theme })
    await chooseScenario(page, 'fabrikam-2025')
    const wizard = new ClientWizard(page)
    await wizard.toSettings('PC01')
    await wizard.fixHost('kms09.fabrikam.test', '1789')
    await wizard.activate(false)
    await wizard.toReview()
    await wizard.commit('Configure PC01', 'PC01 is configured')

    await page.getByRole('button', { name: 'Undo this…' }).click()
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Choose whether to undo the changes on PC01')
    const possible = page.getByRole('list', { name: 'Will be put back' })
    await expect(possible.getByRole('listitem')).toHaveText([
      /kms09\.fabrikam\.test.*Undone by: Look for KMS hosts in DNS/,
    ])
    expect(await axeViolations(page), 'offer').toEqual([])
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(heading).toHaveText('Review what will be done')
    await expect(page.getByRole('table')).toContainText('slmgr.vbs PC01 /ckms')
    await expect(page.getByText('What somebody else changed there since is overwritten')).toBeVisible()
    expect(await axeViolations(page), 'review').toEqual([])
    await page.getByRole('button', { name: 'Undo these changes' }).click()
    await expect(heading).toHaveText('The changes were undone')
    await expect(page.getByRole('list', { name: 'Steps of the plan' })).toContainText(
      'The fixed KMS host is not set; it was kms09.fabrikam.test, port 1789 before.',
    )
    expect(await axeViolations(page), 'result').toEqual([])

    // What was undone can be undone in its turn, from its line in the journal.
    await page.getByRole('button', { name: 'Show in the journal' }).click()
    await page
      .getByRole('button', { name: /^Details of: Look for KMS hosts in DNS/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Undo this…' }).click()
    await expect(possible).toContainText('Undone by: Use the KMS host kms09.fabrikam.test, on port 1789')
  })
