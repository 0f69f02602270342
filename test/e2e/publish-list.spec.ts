import { axeViolations } from '../support/axe-violations.ts'
import { HostOptions } from '../support/host-options.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { expect, test } from './launch.ts'

const own = 'corp.northwind.test'

/** Walks from Tasks to the editor, which begins with the host's own domain. */
const toList = async (wizard: KmsHostWizard): Promise<HostOptions> => {
  const options = new HostOptions(wizard)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
  await wizard.toOptions()
  await options.publish('domains')
  return options
}

test('the list begins with the domain of the host, and says that its staying published is not certain', async ({
  wizard,
}) => {
  const options = await toList(wizard)
  await expect(options.cell('Domain', 1)).toHaveValue(own)
  await expect(wizard.page.getByText(/is in the list, so it is published whichever text is right/)).toBeVisible()
  await expect(wizard.page.getByText(/faster than the DNS servers replicate/)).toBeVisible()
  await options.cell('Domain', 1).fill('branch.northwind.test')
  await expect(wizard.page.getByText(/is not in the list, and whether it stays published is not certain/)).toBeVisible()
})

for (const { what, column, typed, says } of [
  { what: 'a domain twice', column: 'Domain', typed: 'CORP.northwind.test.', says: /stands in row 1 already/ },
  { what: 'a bare label', column: 'Domain', typed: 'branch', says: /"branch" is a single name/ },
  { what: 'a trailing comma', column: 'Domain', typed: 'b.northwind.test,', says: /a comma stands after/ },
  { what: 'an empty domain', column: 'Domain', typed: '', says: /the domain is empty/ },
  { what: 'a weight that is too large', column: 'Weight', typed: '65536', says: /the weight "65536"/ },
  { what: 'a priority that is no number', column: 'Priority', typed: 'high', says: /the priority "high"/ },
] as const)
  test(`${what} is named with its row and remedy, kept as typed, and takes the focus`, async ({ wizard, userData }) => {
    const options = await toList(wizard)
    await options.addDomain('branch.northwind.test', 2)
    await options.cell(column, 2).fill(typed)
    await wizard.next.click()
    await expect(wizard.page.getByText(says)).toBeVisible()
    await expect(options.cell(column, 2)).toHaveValue(typed)
    await expect(options.cell(column, 2)).toBeFocused()
    await expect(options.cell(column, 2)).toHaveAttribute('aria-invalid', 'true')
    await expect(options.cell('Domain', 1)).toHaveValue(own)
    await expect(wizard.heading).toHaveText('Choose how the host works')
    expect(countMethods(readLabCalls(userData), 'KMS01')['SetMultiStringValue']).toBeUndefined()
  })

test('an empty list is named at the button that adds a domain', async ({ wizard }) => {
  const options = await toList(wizard)
  await wizard.page.getByRole('button', { name: `Remove ${own}` }).click()
  await expect(options.cell('Domain', 1)).toHaveCount(0)
  const add = wizard.page.getByRole('button', { name: 'Add a domain' })
  await expect(add).toBeFocused()
  await wizard.next.click()
  await expect(wizard.page.getByText('The list of domains is empty.')).toBeVisible()
  await expect(add).toBeFocused()
})

test('lines that are pasted become rows, with what is wrong in them, and the rows before stay', async ({ wizard }) => {
  const options = await toList(wizard)
  await options.addDomain('', 2)
  await options.cell('Domain', 2).evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', 'a.northwind.test, 10, 50\r\nb.northwind.test,\r\n')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(options.cell('Domain', 3)).toHaveValue('b.northwind.test')
  await expect(options.cell('Domain', 1)).toHaveValue(own)
  await expect(options.cell('Domain', 2)).toHaveValue('a.northwind.test')
  await expect(options.cell('Priority', 2)).toHaveValue('10')
  await expect(options.cell('Weight', 2)).toHaveValue('50')
  await expect(wizard.page.getByText(/ends with a comma/)).toBeVisible()
  await wizard.fromOptionsToReview()
  await expect(wizard.page.getByRole('table')).toContainText(`${own}, a.northwind.test, b.northwind.test`)
})

test('the list is filled in with the keyboard alone', async ({ wizard }) => {
  const options = await toList(wizard)
  const { keyboard } = wizard.page
  await wizard.page.getByRole('button', { name: 'Add a domain' }).focus()
  await keyboard.press('Enter')
  await expect(options.cell('Domain', 2)).toBeFocused()
  await keyboard.type('branch.northwind.test')
  await keyboard.press('Tab')
  await expect(options.cell('Priority', 2)).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(options.cell('Domain', 2)).toHaveCount(0)
  await expect(options.cell('Domain', 1)).toBeFocused()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the options with every field wrong in ${theme}`, async ({ start }) => {
    const { page } = await start({ theme })
    const wizard = new KmsHostWizard(page)
    const options = await toList(wizard)
    await options.addDomain('branch', 2)
    await options.port.fill('0')
    await options.advanced.click()
    await options.activationInterval.fill('14')
    await wizard.next.click()
    await expect(page.getByText(/"14" is shorter/)).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
  })
