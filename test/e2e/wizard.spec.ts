import { countMethods, readLabCalls, writesIn } from '../support/lab-log.ts'
import { labHostKey } from '../support/kms-host-wizard.ts'
import { expect, test } from './launch.ts'

const host = 'KMS01'

test('a computer becomes a KMS host, and the page, the Lab and the journal agree', async ({ wizard, userData }) => {
  await wizard.walkToWarning(host)
  await wizard.consent(host)
  await wizard.succeeded(host)

  await expect(wizard.fact('Channel')).toHaveText(/^VOLUME_KMS_/)
  await expect(wizard.fact('Activated')).toContainText('Yes, licensed')
  await expect(wizard.fact('Current count')).toContainText('0 is normal at first')
  await expect(wizard.fact('KMS port')).toContainText('TCP port 1688')
  await expect(wizard.fact('DNS (SRV records)')).toContainText('KMS01.corp.northwind.test, port 1688')
  await expect(wizard.fact('Events')).toContainText('Event 12294')
  expect(countMethods(readLabCalls(userData), host)).toMatchObject({
    InstallProductKey: 1,
    Activate: 1,
    StopService: 1,
    StartService: 1,
    Create: 1,
  })

  await wizard.page.getByRole('button', { name: 'Show in the journal' }).click()
  await expect(wizard.heading).toHaveText('Journal')
  await wizard.page
    .getByRole('button', { name: /Install the KMS host key ending in H8RTB/ })
    .first()
    .click()
  await expect(wizard.page.getByText('XXXXX-XXXXX-XXXXX-XXXXX-H8RTB').first()).toBeVisible()
  await expect(wizard.page.getByText(labHostKey)).toHaveCount(0)
})

test('"Verify again" reads the host anew', async ({ wizard, userData }) => {
  await wizard.walkToWarning(host)
  await wizard.consent(host)
  await wizard.succeeded(host)
  const before = readLabCalls(userData).filter(({ op }) => op === 'srv').length
  await wizard.page.getByRole('button', { name: 'Verify again' }).click()
  await expect.poll(() => readLabCalls(userData).filter(({ op }) => op === 'srv').length).toBeGreaterThan(before)
  await expect(wizard.fact('Activated')).toContainText('Yes, licensed')
})

test('the KMS-key warning is an alert with the focus on Cancel, and Cancel changes nothing', async ({
  wizard,
  userData,
}) => {
  await wizard.walkToWarning(host)
  await expect(wizard.warning).toHaveAccessibleName(`Make ${host} a KMS host?`)
  await expect(wizard.warning.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(wizard.warning).toContainText('Ordinary computers need no key of this kind')
  await expect(wizard.warning).toContainText('at most 6 hosts')
  await expect(wizard.warning).toContainText('DNS shows no KMS host in corp.northwind.test')
  await expect(wizard.warning).toContainText('The way back')
  await wizard.page.keyboard.press('Enter')
  await expect(wizard.warning).toBeHidden()
  await expect(wizard.heading).toHaveText('Review what will be done')
  expect(writesIn(readLabCalls(userData))).toEqual([])
})

test('Escape at the warning changes nothing either', async ({ wizard, userData }) => {
  await wizard.walkToWarning(host)
  await wizard.page.keyboard.press('Escape')
  await expect(wizard.heading).toHaveText('Review what will be done')
  expect(writesIn(readLabCalls(userData))).toEqual([])
})

test('the review names every step with its command and marks what cannot be undone', async ({ wizard }) => {
  await wizard.open()
  await wizard.chooseLabComputer(host)
  await wizard.toHostKey()
  await wizard.toReview()
  const steps = wizard.page.getByRole('table', { name: 'Steps of the plan' }).getByRole('row')
  await expect(steps).toHaveCount(8)
  await expect(steps.filter({ hasText: '/ipk XXXXX-XXXXX-XXXXX-XXXXX-H8RTB' })).toContainText('Cannot be undone')
  await expect(steps.filter({ hasText: '/ato' })).toContainText('Cannot be undone')
  await expect(steps.filter({ hasText: 'net stop sppsvc && net start sppsvc' })).toContainText('Changes')
  await expect(steps.filter({ hasText: '@FirewallAPI.dll,-28002' })).toContainText('To close it again')
})

test('Back keeps what was typed', async ({ wizard }) => {
  await wizard.open()
  await wizard.chooseLabComputer(host)
  await wizard.toHostKey()
  await wizard.keyField.fill(labHostKey)
  await expect(wizard.page.getByText('This is a fictional key that only the Lab recognises.')).toBeVisible()
  await wizard.toOptions()
  await wizard.page.getByRole('checkbox', { name: /firewall/ }).uncheck()
  await wizard.page.getByRole('textbox', { name: 'TCP port' }).fill('1690')
  await wizard.back.click()
  await wizard.back.click()
  await expect(wizard.page.getByRole('radio', { name: /^KMS01/ })).toBeChecked()
  await wizard.toHostKey()
  await expect(wizard.keyField).toHaveValue(labHostKey)
  await wizard.toOptions()
  await expect(wizard.page.getByRole('checkbox', { name: /firewall/ })).not.toBeChecked()
  await expect(wizard.page.getByRole('textbox', { name: 'TCP port' })).toHaveValue('1690')
  await wizard.fromOptionsToReview()
  await expect(wizard.page.getByRole('table').getByText('netsh')).toHaveCount(0)
})

for (const { what, typed, says } of [
  { what: 'too short', typed: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RT', says: /24 characters/ },
  { what: 'with a wrong character', typed: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTA', says: /“A”|"A"/ },
  { what: 'a published client setup key', typed: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', says: /Windows 7 Enterprise/ },
  { what: 'empty', typed: '', says: /Enter the KMS host key|no key/i },
] as const)
  test(`a host key that is ${what} is named and kept, and the wizard stays`, async ({ wizard, userData }) => {
    await wizard.open()
    await wizard.chooseLabComputer(host)
    await wizard.toHostKey()
    await wizard.keyField.fill(typed)
    await wizard.next.click()
    await expect(wizard.page.getByText(says).first()).toBeVisible()
    await expect(wizard.heading).toHaveText('Enter the KMS host key')
    await expect(wizard.keyField).toHaveValue(typed)
    await expect(wizard.keyField).toBeFocused()
    expect(writesIn(readLabCalls(userData))).toEqual([])
  })

test('a key with a wrong checksum is a warning that can be overruled; Windows then refuses it and nothing else runs', async ({
  wizard,
  userData,
}) => {
  await wizard.open()
  await wizard.chooseLabComputer(host)
  await wizard.toHostKey()
  await wizard.keyField.fill('W269N-WFGWX-YVC9B-4J6C9-T83GV')
  await wizard.next.click()
  await expect(wizard.page.getByText(/checksum is wrong/)).toBeVisible()
  await expect(wizard.heading).toHaveText('Enter the KMS host key')
  for (const box of await wizard.page.getByRole('checkbox', { name: /in spite of this warning/ }).all())
    await box.check()
  await wizard.next.click()
  await expect(wizard.heading).toHaveText('Choose how the host works')
  await wizard.fromOptionsToReview()
  await wizard.openWarning(host)
  await wizard.consent(host)
  await expect(wizard.page.getByText(/0xC004F050/).first()).toBeVisible()
  expect(countMethods(readLabCalls(userData), host)['Activate']).toBeUndefined()
})

test('a host key for another Windows is refused by Windows, explained, and nothing after it runs', async ({
  wizard,
  userData,
}) => {
  await wizard.open()
  await wizard.chooseLabComputer('PC01')
  await wizard.toHostKey()
  await wizard.toReview()
  await wizard.openWarning('PC01')
  await wizard.consent('PC01')
  await expect(wizard.page.getByText(/0xC004F/).first()).toBeVisible()
  await expect(wizard.heading).not.toHaveText(/is a KMS host/)
  const counts = countMethods(readLabCalls(userData), 'PC01')
  expect(counts['InstallProductKey']).toBe(1)
  expect(counts['Activate']).toBeUndefined()
  expect(counts['StopService']).toBeUndefined()
})

test('the whole wizard works with the keyboard alone', async ({ wizard }) => {
  const { keyboard } = wizard.page
  /** Presses Tab until the control is reached, as a person would; more than 60 presses mean that it cannot be reached. */
  const tabTo = async (control: ReturnType<typeof wizard.page.getByRole>): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error('The control cannot be reached with Tab.')
  }
  const { page } = wizard
  await tabTo(page.getByRole('region', { name: 'Set up a KMS host' }).getByRole('button'))
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Choose the computer that becomes the KMS host')
  await expect(wizard.heading).toBeFocused()
  const computers = page.getByRole('radiogroup', { name: 'Computer in the Lab' }).getByRole('radio')
  await tabTo(computers.first())
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^KMS01/ })).toBeChecked()
  await tabTo(wizard.next)
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Enter the KMS host key')
  await tabTo(wizard.keyField)
  await keyboard.type(labHostKey)
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Choose how the host works')
  await tabTo(page.getByRole('textbox', { name: 'TCP port' }))
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Review what will be done')
  await tabTo(page.getByRole('button', { name: `Set up ${host} as a KMS host` }))
  await keyboard.press('Enter')
  await expect(wizard.warning.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await tabTo(wizard.warning.getByRole('button', { name: `Make ${host} a KMS host` }))
  await keyboard.press('Enter')
  await wizard.succeeded(host)
  await tabTo(page.getByRole('button', { name: 'Close' }))
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Tasks')
})
