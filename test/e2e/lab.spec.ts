import { axeViolations } from '../support/axe-violations.ts'
import type { Page } from '@playwright/test'
import { contosoHostKey, LabPage } from '../support/lab-page.ts'
import { expect, test } from './launch.ts'

const contoso = 'Contoso, 2009'
const northwind = 'The first KMS host'

const tasks = (page: Page): Promise<void> => page.getByRole('navigation').getByRole('button', { name: 'Tasks' }).click()

test('thirty clients bring a new KMS host to its threshold as the clock goes on', async ({ kit, wizard }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await expect(kit.page.getByText('Nothing here touches a real computer or Microsoft.')).toBeVisible()
  await lab.choose(contoso, 45)
  await lab.advance('2 hours')
  await expect(lab.happened.filter({ hasText: 'No computer of the scenario is an activated KMS host.' })).toBeVisible()
  await expect(
    lab.happened.filter({ hasText: /were not activated: DNS names no KMS host \(0x8007232B\)/ }),
  ).toBeVisible()

  await tasks(kit.page)
  await wizard.walkToWarning('KMS01', contosoHostKey)
  await wizard.consent('KMS01')
  await wizard.succeeded('KMS01')

  await lab.open()
  await expect(lab.row('KMS01')).toContainText('KMS host, licensed')
  await expect(lab.row('KMS01')).toContainText('Counts 0 clients')
  await lab.advance('2 hours')
  await expect(lab.happened.filter({ hasText: /^KMS01 counts \d+ clients, 0 before\.$/ })).toBeVisible()
  await expect(lab.happened.filter({ hasText: /^\d+ computers were newly activated\.$/ })).toBeVisible()
  await lab.advance('1 day')
  await lab.page.getByRole('combobox', { name: 'Show' }).selectOption('Not activated')
  await lab.page.getByRole('searchbox', { name: 'Filter' }).fill('PC0')
  await expect(lab.page.getByText('No computer matches the filter.')).toBeVisible()
  await lab.page.getByRole('button', { name: 'Show all computers' }).click()
  await expect(lab.row('PC001')).toContainText('KMS client, licensed')
  await expect(lab.row('PC001')).toContainText('KMS01.corp.contoso.test:1688')
  await expect(lab.row('CLOCK01')).toContainText('differs by more than four hours')

  await lab.show('DNS zones')
  await expect(lab.page.getByRole('table', { name: 'KMS records of corp.contoso.test' })).toContainText('1688')
})

test('a company of today shows every kind of licence, its hosts and its zones', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.choose('Fabrikam, 2025', 39)
  const shown = [
    ['KMS01', 'KMS host, licensed', 'Counts 34 clients'],
    ['ROGUE01', 'KMS host, licensed', 'Counts 3 clients'],
    ['PC01', 'KMS client, licensed', 'KMS01.corp.fabrikam.test:1688'],
    ['PLANT01', 'KMS client, licensed by Active Directory', 'Needs none'],
    ['TOKEN01', 'KMS client, licensed by a token', 'Needs none'],
    ['RETAIL01', 'Retail key, licensed', 'Does not end'],
    ['OEM01', 'Manufacturer’s key, licensed', 'Does not end'],
    ['GUEST01', 'Virtual machine guest (AVMA), licensed', 'Activated until'],
    ['EVAL01', 'Evaluation, licensed', 'Activated until'],
    ['APP25', 'KMS client, not activated', 'does not serve this kind of Windows'],
    ['PC05', 'KMS client, not activated', 'ROGUE01.corp.fabrikam.test:1688'],
  ] as const
  for (const [host, licence, more] of shown) {
    await expect(lab.row(host)).toContainText(licence)
    await expect(lab.row(host)).toContainText(more)
  }
  await lab.advance('1 day')
  await expect(lab.row('OFFICE01')).toContainText('KMS client, licensed')

  await lab.show('DNS zones')
  const records = kit.page.getByRole('table', { name: 'KMS records of corp.fabrikam.test' })
  await expect(records).toContainText('kmsold.corp.fabrikam.test')
  await expect(kit.page.getByRole('table', { name: 'KMS records of plant.fabrikam.test' })).toBeVisible()
  await lab.show('Accounts and keys')
  await expect(kit.page.getByText('Fabrikam KMS host key for Office LTSC 2021 (fictional)')).toBeVisible()
  expect(await axeViolations(kit.page)).toEqual([])
})

test('a wizard offers every computer of a company of today, and host keys alone', async ({ kit, wizard }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.choose('Fabrikam, 2025', 39)
  await tasks(kit.page)
  await wizard.open()
  await expect(kit.page.getByRole('radio', { name: /GUEST01/ })).toBeVisible()
  await expect(kit.page.getByRole('radio', { name: /HOME01/ })).toBeVisible()
  await wizard.chooseLabComputer('KMS02')
  await wizard.next.click()
  await expect(kit.page.getByText('Fabrikam KMS host key, Server 2025', { exact: false })).toBeVisible()
  await expect(kit.page.getByText('Retail key, Windows', { exact: false })).toHaveCount(0)
})

test('a computer that is switched off is named by the connection test, and answers again when it is on', async ({
  kit,
  wizard,
}) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.switchOff('KMS01')
  await expect(lab.row('KMS01')).toContainText('Off or asleep')
  await tasks(kit.page)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.next.click()
  await expect(kit.page.getByText(/port 135/).first()).toBeVisible()
  await expect(wizard.heading).toHaveText('Choose the computer that becomes the KMS host')

  await lab.open()
  await kit.page.getByRole('button', { name: 'Switch on KMS01' }).click()
  await expect(kit.page.getByRole('button', { name: 'Switch off KMS01' })).toBeVisible()
  await tasks(kit.page)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
})

test('a fault is named where it strikes, and gone when it is cleared', async ({ kit, wizard }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.setFault('KMS01', { kind: 'Access denied' })
  await expect(lab.row('KMS01')).toContainText('1 fault')
  await lab.show('Faults')
  await expect(kit.page.getByRole('list', { name: 'Faults in force' })).toContainText('on KMS01 are denied.')
  await tasks(kit.page)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.next.click()
  await expect(kit.page.getByText(/denied/i).first()).toBeVisible()
  await expect(kit.page.getByText('KMS01 cannot be set up yet.')).toBeVisible()
  await expect(wizard.heading).toHaveText('Choose the computer that becomes the KMS host')

  await lab.open()
  await lab.show('Faults')
  await kit.page.getByRole('button', { name: 'Clear all faults' }).click()
  await expect(kit.page.getByText('No fault is set.')).toBeVisible()
  await tasks(kit.page)
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
})

test('reset asks first and then forgets everything in this scenario alone', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.choose(contoso, 45)
  await lab.switchOff('PC001')
  await lab.choose(northwind, 6)
  await lab.switchOff('KMS01')
  await lab.setFault('PC01', { kind: 'Times out', times: '3' })
  await expect(lab.tab('Faults')).toHaveAccessibleName('Faults (1)')
  await lab.advance('7 days')

  await kit.page.getByRole('button', { name: 'Reset this scenario' }).click()
  await expect(lab.question).toHaveAccessibleName(`Reset “${northwind}”?`)
  await lab.question.getByRole('button', { name: 'Keep it as it is' }).click()
  await expect(lab.tab('Faults')).toHaveAccessibleName('Faults (1)')

  await kit.page.getByRole('button', { name: 'Reset this scenario' }).click()
  await lab.question.getByRole('button', { name: 'Reset this scenario' }).click()
  await expect(lab.tab('Faults')).toHaveAccessibleName('Faults (0)')
  await expect(lab.row('KMS01')).not.toContainText('Off or asleep')
  await expect(lab.happened).toHaveCount(0)

  await lab.choose(contoso, 45)
  await expect(lab.row('PC001')).toContainText('Off or asleep')
})

test('a running plan holds off a reset, and changing the scenario asks where a plan is unfinished', async ({
  kit,
  wizard,
}) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.setFault('KMS01', { kind: 'Hangs', where: 'Changing (calls of methods)', method: 'Activate' })
  await tasks(kit.page)
  await wizard.walkToWarning('KMS01')
  await wizard.consent('KMS01')
  await lab.open()
  await kit.page.getByRole('button', { name: 'Reset this scenario' }).click()
  await lab.question.getByRole('button', { name: 'Reset this scenario' }).click()
  const refusal = kit.page.getByRole('alert').filter({ hasText: 'The Lab did not do that' })
  await expect(refusal).toContainText('A plan is running')
  await expect(refusal).toBeInViewport()
  await lab.scenario.selectOption(contoso)
  await expect(lab.question).toContainText('Nothing is lost')
  await lab.question.getByRole('button', { name: 'Stay here' }).click()
  await expect(lab.scenario).toHaveValue('first-host')
  await lab.scenario.selectOption(contoso)
  await lab.question.getByRole('button', { name: 'Change the scenario' }).click()
  await expect(lab.tab('Computers')).toHaveAccessibleName('Computers (45)')
})

for (const { typed, unit, says } of [
  { typed: '0', unit: 'hours', says: '“0” is not a whole number from 1 to 9600.' },
  { typed: 'abc', unit: 'minutes', says: '“abc” is not a whole number from 1 to 576000.' },
  { typed: '401', unit: 'days', says: '“401” is not a whole number from 1 to 400.' },
  { typed: '', unit: 'days', says: 'Type how many days the clock shall move on.' },
] as const)
  test(`the clock does not move on by "${typed}" ${unit}, and says why`, async ({ kit }) => {
    const lab = new LabPage(kit.page)
    await lab.open()
    const field = kit.page.getByRole('textbox', { name: 'Other amount' })
    await kit.page.getByRole('combobox', { name: 'Unit' }).selectOption(unit)
    await field.fill(typed)
    await field.press('Enter')
    await expect(kit.page.getByText(says)).toBeVisible()
    await expect(field).toHaveValue(typed)
    await expect(field).toBeFocused()
    await expect(lab.happened).toHaveCount(0)

    await field.fill('3')
    await field.press('Enter')
    await expect(lab.happened.first()).toBeVisible()
  })

test('a fault with a wrong number is not set, and the field says why', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await kit.page.getByRole('button', { name: 'Set a fault on PC01' }).click()
  await lab.faultDialog.getByRole('radio', { name: /^Slow/ }).check()
  const seconds = lab.faultDialog.getByLabel('After how many seconds')
  await seconds.fill('601')
  await seconds.press('Enter')
  await expect(lab.faultDialog.getByText('“601” is not a whole number of seconds from 1 to 600.')).toBeVisible()
  await expect(seconds).toBeFocused()
  await lab.faultDialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(lab.faultDialog).toBeHidden()
  await expect(kit.page.getByRole('button', { name: 'Set a fault on PC01' })).toBeFocused()
  await expect(lab.tab('Faults')).toHaveAccessibleName('Faults (0)')
})

test('the telephone tells a confirmation ID, and names what is wrong with an installation ID', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.show('Telephone')
  const field = kit.page.getByRole('textbox', { name: 'Installation ID' })
  await field.fill('12345')
  await kit.page.getByRole('button', { name: 'Call' }).click()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await field.fill('0'.repeat(54))
  await kit.page.getByRole('button', { name: 'Call' }).click()
  const blocks = kit.page.getByRole('list', { name: 'Confirmation ID' }).getByRole('listitem')
  await expect(blocks).toHaveCount(8)
  await expect(blocks.first()).toHaveText(/^A\d{6}$/)
})

test('a zone is opened to all KMS hosts of the domain', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.show('DNS zones')
  const allow = kit.page.getByRole('button', { name: 'Allow all KMS hosts to publish in corp.northwind.test' })
  await allow.click()
  await expect(kit.page.getByText('The KMS name is open to all KMS hosts of the domain.')).toBeVisible()
  await expect(allow).toHaveCount(0)
})

test('the tabs and the computers can be used with the keyboard alone', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await lab.open()
  await lab.tab('Computers').focus()
  await kit.page.keyboard.press('ArrowRight')
  await expect(lab.tab('Faults')).toBeFocused()
  await kit.page.keyboard.press('Enter')
  await expect(lab.tab('Faults')).toHaveAttribute('aria-selected', 'true')
  await kit.page.keyboard.press('Tab')
  await expect(kit.page.getByRole('button', { name: 'Set a fault' })).toBeFocused()
  await kit.page.keyboard.press('Enter')
  await expect(lab.faultDialog.getByLabel('Computer', { exact: true })).toBeFocused()
  await kit.page.keyboard.press('Escape')
  await expect(lab.faultDialog).toBeHidden()
  await expect(kit.page.getByRole('button', { name: 'Set a fault' })).toBeFocused()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the Lab page in ${theme}`, async ({ start }) => {
    // Six runs of axe over tables take long on a machine that builds at the same time.
    test.slow()
    const { page } = await start({ theme })
    const lab = new LabPage(page)
    const check = async (place: string): Promise<void> => {
      expect(await axeViolations(page), place).toEqual([])
    }
    await lab.open()
    await lab.advance('2 hours')
    await lab.switchOff('PC01')
    await lab.setFault('PC02', { kind: 'Hangs' })
    await check('Computers')
    await page.getByRole('button', { name: 'Set a fault on KMS01' }).click()
    await lab.faultDialog.getByRole('radio', { name: /^Slow/ }).check()
    await lab.faultDialog.getByLabel('After how many seconds').fill('')
    await lab.faultDialog.getByRole('button', { name: 'Set a fault' }).click()
    await expect(lab.faultDialog.getByText('Type a number of seconds')).toBeVisible()
    await check('Set a fault, refused')
    await lab.faultDialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(lab.faultDialog).toBeHidden()
    await lab.show('Faults')
    await check('Faults')
    await page.getByRole('textbox', { name: 'Other amount' }).press('Enter')
    await page.getByRole('button', { name: 'Reset this scenario' }).click()
    await expect(lab.question).toBeVisible()
    await check('Reset')
    await lab.question.getByRole('button', { name: 'Keep it as it is' }).click()
    await expect(lab.question).toBeHidden()
    await lab.choose(contoso, 45)
    for (const tab of ['DNS zones', 'Accounts and keys', 'Telephone'] as const) {
      await lab.show(tab)
      await check(tab)
    }
  })

test('everything fits a window of 512 pixels, which is 200 % of 1024', async ({ kit }) => {
  const lab = new LabPage(kit.page)
  await kit.page.setViewportSize({ width: 512, height: 350 })
  await lab.open()
  await lab.choose(contoso, 45)
  const main = kit.page.getByRole('main')
  for (const tab of ['Computers', 'Faults', 'DNS zones', 'Accounts and keys', 'Telephone'] as const) {
    await lab.show(tab)
    await expect(lab.tab(tab)).toHaveAttribute('aria-selected', 'true')
    expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  }
})
