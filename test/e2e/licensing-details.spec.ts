import { axeViolations } from '../support/axe-violations.ts'
import { chooseLabComputer, copiedBy, openPage } from '../support/computer-choice.ts'
import { LabPage } from '../support/lab-page.ts'
import { chooseContoso } from '../support/made-kms-host.ts'
import { expect, test } from './launch.ts'

const heading = 'Licensing details'

test('shows what slmgr /dlv shows of a computer, grouped, with dates and codes that can be looked up', async ({
  kit,
}) => {
  const { page } = kit
  await chooseContoso(page)
  await openPage(page, heading)
  expect(await axeViolations(page)).toEqual([])
  await chooseLabComputer(page, 'PC001')
  await page.getByRole('button', { name: 'Read the details' }).click()
  const product = page.getByRole('region', { name: /Windows.*edition/ })
  await expect(product.getByRole('heading', { level: 3 })).toContainText(['State', 'Identity', 'Key and channel'])
  await expect(product).toContainText('slmgr /xpr says')
  await expect(product).toContainText('Ends at')
  await expect(product).toContainText(/Time left[\d,]+ minutes \(\d+ days/)
  await expect(product).toContainText(/Reason0x[0-9A-F]{8}: \w+/)
  await expect(product).toContainText('Client machine ID (CMID)')
  expect(await axeViolations(page)).toEqual([])

  await product.getByRole('button', { name: /^Look up 0x/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Kind')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(product).toContainText('Activation ID')
})

test('copies the text in slmgr’s own order, and shows the other products', async ({ kit }) => {
  const { page } = kit
  await openPage(page, heading)
  await chooseLabComputer(page, 'KMS01')
  await page.getByRole('button', { name: 'Read the details' }).click()
  const copied = await copiedBy(page, page.getByRole('button', { name: 'Copy as text (slmgr /dlv)' }))
  expect(copied).toMatch(/^Software licensing service version: .*\n\nName: /)
  expect(copied).toMatch(/\nActivation ID: .*\nApplication ID: .*\nExtended PID: /)
  await page.getByRole('radio', { name: 'All products that Windows knows' }).check()
  const folded = page.getByRole('button', { expanded: false, name: /Windows/ }).first()
  await folded.click()
  await expect(page.getByText('No product key: this licence is not in use.').first()).toBeVisible()
})

test('a computer that is asleep is told as such, with what to do, and another one can be chosen', async ({ kit }) => {
  const { page } = kit
  await chooseContoso(page)
  await openPage(page, heading)
  await chooseLabComputer(page, 'CLOCK01')
  await page.getByRole('button', { name: 'Read the details' }).click()
  await expect(page.getByText(/The clock of this computer is 5 h 59 min|6 h 00 min behind yours/)).toBeVisible()
  await page.getByRole('button', { name: 'Choose another computer' }).click()
  await chooseLabComputer(page, 'NOWMI01')
  await page.getByRole('button', { name: 'Read the details' }).click()
  const error = page.getByRole('alert')
  await expect(error).toContainText('What to do')
  await expect(page.getByRole('radio', { name: /^NOWMI01\b/ })).toBeChecked()
})

test('works from the keyboard alone', async ({ kit }) => {
  const { page } = kit
  await openPage(page, heading)
  await page.getByRole('radio', { name: 'A computer in the Lab (practice)' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: /^KMS01\b/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const copy = page.getByRole('button', { name: 'Copy as text (slmgr /dlv)' })
  await expect(copy).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  expect(await copiedBy(page, copy)).toContain('License Status: ')
})

test('shows what the newest Windows has more, in the Lab of 2025', async ({ kit }) => {
  const { page } = kit
  const lab = new LabPage(page)
  await lab.open()
  await lab.scenario.selectOption({ value: 'fabrikam-2025' })
  await openPage(page, heading)
  await page.getByRole('radio', { name: 'A computer in the Lab (practice)' }).check()
  const computers = page.getByRole('radiogroup', { name: 'Computer in the Lab' })
  await computers
    .getByRole('radio', { name: /Windows 11/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Read the details' }).click()
  const copied = await copiedBy(page, page.getByRole('button', { name: 'Copy as text (slmgr /dlv)' }))
  expect(copied).toMatch(/\nProduct Key Channel: /)
  expect(copied).toMatch(/\nRemaining SKU rearm count: \d/)
  const product = page.getByRole('region', { name: /Windows.*edition/ }).first()
  await expect(product).toContainText('Rearms left')
  await expect(product).toContainText('This product')
  expect(await axeViolations(page)).toEqual([])
})
