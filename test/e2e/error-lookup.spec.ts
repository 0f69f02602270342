import { axeViolations } from '../support/axe-violations.ts'
import { openPage } from '../support/computer-choice.ts'
import { expect, test } from './launch.ts'

const heading = 'Error look-up'

test('explains a code however it is written', async ({ kit }) => {
  const { page } = kit
  await openPage(page, heading)
  const field = page.getByRole('textbox', { name: 'Code or text' })
  for (const typed of ['0xC004F074', 'c004f074', '-1073418124', '3221549172']) {
    await field.fill(typed)
    await field.press('Enter')
    const codes = page.getByRole('list', { name: 'Codes found' })
    await expect(codes.getByRole('heading', { level: 2 })).toHaveText(['0xC004F074'])
    await expect(codes).toContainText('No KMS could be contacted')
    await expect(codes).toContainText('What to do')
    await expect(codes).toContainText('Source')
  }
  expect(await axeViolations(page)).toEqual([])
})

test('finds every code in a pasted text, and says of an unknown one what kind it is', async ({ kit }) => {
  const { page } = kit
  await openPage(page, heading)
  const field = page.getByRole('textbox', { name: 'Code or text' })
  await field.fill('Error: 0x8007232B DNS name does not exist.\nhr=0xC004FABC, exit code 5\nslui.exe 0x2a 0xC004FABC')
  await page.getByRole('button', { name: 'Look up', exact: true }).click()
  const codes = page.getByRole('list', { name: 'Codes found' })
  await expect(codes.getByRole('heading', { level: 2 })).toHaveText(['0x8007232B', '0xC004FABC', '0x00000005'])
  await expect(codes).toContainText('This app has no explanation of this very code.')
  await expect(codes).toContainText('Software Protection service')
  expect(await axeViolations(page)).toEqual([])

  await field.fill('nothing here, build 10.0.20348 of 20261122')
  await field.press('Enter')
  await expect(page.getByRole('main').getByText('No result code was found in this text.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(field).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Look up', exact: true })).toBeDisabled()
})

test('an error of the app is explained where it stands, and the page keeps what was typed', async ({ kit }) => {
  const { page } = kit
  await openPage(page, 'Licensing details')
  await page.getByRole('radio', { name: 'A computer in the Lab (practice)' }).check()
  await page.getByRole('radio', { name: /^PC03\b/ }).check()
  await page.getByRole('button', { name: 'Read the details' }).click()
  const lookUp = page.getByRole('alert').getByRole('button', { name: /^Look up 0x/ })
  await lookUp.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^What 0x8007.* means/ })
  await expect(dialog).toContainText('Access denied')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('radio', { name: /^PC03\b/ })).toBeChecked()
  await lookUp.click()
  await page.getByRole('button', { name: 'Open the error look-up' }).click()
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Codes found' })).toContainText('Access denied')
})
