import type { Page } from '@playwright/test'
import { contosoHostKey, LabPage } from '../support/lab-page.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { startKit } from '../support/running-kit.ts'

type Theme = 'light' | 'dark'
type TakePicture = (page: Page, name: string) => Promise<void>

const host = 'KMS01'

/** Sets the host up by telephone as far as the step that waits for the confirmation ID; answers the blocks shown. */
const waitForConfirmation = async (page: Page, picture: TakePicture): Promise<number> => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.choose('Contoso, 2009', 45)
  await page.getByRole('navigation').getByRole('button', { name: 'Tasks' }).click()
  const wizard = new KmsHostWizard(page)
  await wizard.open()
  await wizard.chooseLabComputer(host)
  await wizard.toHostKey()
  await wizard.toOptions(contosoHostKey)
  await page.getByRole('radio', { name: /^By telephone/ }).check()
  await picture(page, 'options')
  await wizard.fromOptionsToReview()
  await wizard.openWarning(host)
  await wizard.consent(host)
  await page.getByRole('heading', { level: 1, name: 'Activate by telephone' }).waitFor()
  await picture(page, 'telephone')
  return page.getByRole('list', { name: 'Installation ID' }).getByRole('listitem').count()
}

/** Takes the waiting plan up after a restart of the app and ends it with what the Lab's telephone tells. */
const confirm = async (page: Page, picture: TakePicture): Promise<boolean> => {
  const wizard = new KmsHostWizard(page)
  await picture(page, 'waiting-on-home')
  await page.getByRole('button', { name: 'Enter the confirmation ID' }).click()
  await page.getByRole('button', { name: 'Call the Lab’s telephone' }).click()
  await page.getByRole('button', { name: 'Type it into the blocks' }).click()
  await picture(page, 'confirmation-id')
  await page.getByRole('button', { name: 'Activate with this confirmation ID' }).click()
  await wizard.succeeded(host)
  await picture(page, 'telephone-result')
  return ((await wizard.fact('Activated').textContent()) ?? '').includes('Yes, licensed')
}

/** What the page says of the count for Windows clients, such as "25 of 25 computers counted for Windows clients". */
const readCount = async (page: Page, picture: TakePicture, name: string): Promise<string> => {
  await page.getByRole('navigation').getByRole('button', { name: 'KMS hosts' }).click()
  await page.getByRole('heading', { level: 1, name: 'KMS hosts' }).waitFor()
  const counted = page.getByText(/\d+ of 25 computers counted/).first()
  const known = page.getByRole('button', { name: new RegExp(`^${host}`) }).first()
  await known.or(counted).first().waitFor()
  if (!(await counted.isVisible())) await known.click()
  await counted.waitFor()
  await picture(page, name)
  const plots = page.getByRole('figure')
  for (const index of (await plots.all()).keys()) {
    const plot = plots.nth(index)
    await plot.locator('svg path').first().waitFor({ state: 'attached' })
    await plot.scrollIntoViewIfNeeded()
    await picture(page, `${name}-plot-${index + 1}`)
  }
  return (await counted.textContent())?.trim() ?? ''
}

/**
 * The tour's second act, in the scenario contoso-2009: activation by telephone with the app closed in between, then
 * thirty clients brought to the threshold by the clock, with the plots before and after.
 */
export const playTelephoneAndClock = async (userData: string, theme: Theme, picture: TakePicture) => {
  const first = await startKit(userData, { theme })
  const blocks = await waitForConfirmation(first.page, picture)
  await first.app.close()
  const second = await startKit(userData, { theme })
  try {
    const { page } = second
    const licensed = await confirm(page, picture)
    const before = await readCount(page, picture, 'count-before')
    const lab = new LabPage(page)
    await lab.open()
    for (let advances = 0; advances < 3; advances += 1) await lab.advance('2 hours')
    await picture(page, 'lab-after-six-hours')
    const after = await readCount(page, picture, 'count-after')
    return { telephone: { installationIdBlocks: blocks, appClosedInBetween: true, licensed }, count: { before, after } }
  } finally {
    await second.app.close()
  }
}
