import type { Locator, Page } from '@playwright/test'
import { axeViolations } from '../support/axe-violations.ts'
import { ClientWizard } from '../support/client-wizard.ts'
import { contosoHostKey } from '../support/lab-page.ts'
import { chooseScenario, makeKmsHost } from '../support/made-kms-host.ts'
import { expect, test } from './launch.ts'

const contoso = 'contoso-2009'
const fabrikam = 'fabrikam-2025'

/** Shows a scenario and opens the settings of one of its computers. */
const settingsOf = async (page: Page, scenario: string, host: string): Promise<ClientWizard> => {
  await chooseScenario(page, scenario)
  const wizard = new ClientWizard(page)
  await wizard.toSettings(host)
  return wizard
}

test('a fixed KMS host that does not answer is explained by the code behind it, the host and the events', async ({
  kit: { page },
}) => {
  const wizard = await settingsOf(page, contoso, 'PC001')
  await wizard.fixHost('kms01.corp.contoso.test')
  await wizard.toReview()
  await expect(wizard.steps).toContainText('/skms kms01.corp.contoso.test')
  await expect(wizard.steps).toContainText('/ato')
  await wizard.commit('Configure PC001', 'PC001 is configured, but not activated')
  await expect(page.getByRole('alert').filter({ hasText: '0xC004F074' })).toContainText('0x800706BA')
  await expect(wizard.fact('Events of the last day')).toContainText(
    'Event 12288: This computer could not ask kms01.corp.contoso.test:1688',
  )
  await expect(wizard.fact('KMS host')).toContainText('the fixed host kms01.corp.contoso.test, port 1688')
  await page.getByRole('button', { name: 'Look up 0x800706BA' }).click()
  await expect(page.getByRole('dialog')).toContainText('RPC')
})

test('without SRV records the activation says so, and nothing else is changed', async ({ kit: { page } }) => {
  const wizard = await settingsOf(page, contoso, 'PC002')
  await wizard.toReview()
  await expect(wizard.steps.getByRole('row')).toHaveCount(2)
  await wizard.commit('Activate PC002', 'PC002 was not activated')
  await expect(page.getByRole('alert').filter({ hasText: '0x8007232B' })).toBeVisible()
})

test('a count that is too low is told with the count of the host', async ({ kit: { page } }) => {
  await chooseScenario(page, contoso)
  await makeKmsHost(page, { scenario: contoso, host: 'KMS01', key: contosoHostKey })
  const wizard = new ClientWizard(page)
  await wizard.toSettings('PC003')
  await wizard.toReview()
  await wizard.commit('Activate PC003', 'PC003 was not activated')
  await expect(page.getByRole('alert').filter({ hasText: '0xC004F038' })).toBeVisible()
  await expect(wizard.fact('Events of the last day')).toContainText('Event 12289')
})

test('a fixed host that is gone is cleared, and the computer finds a host and is activated', async ({
  kit: { page },
}) => {
  const wizard = await settingsOf(page, fabrikam, 'FIXED01')
  await expect(wizard.section('KMS host')).toContainText('Now: the fixed host')
  await wizard.choose('KMS host', 'Automatic discovery')
  await wizard.toReview()
  await expect(wizard.steps).toContainText('/ckms')
  await wizard.commit('Configure FIXED01', 'FIXED01 is activated')
  await expect(wizard.fact('Licence status')).toHaveText('Licensed')
  await expect(wizard.fact('KMS host')).toContainText('automatic discovery')
})

test('a client whose clock is five hours off is told that it is the clock', async ({ kit: { page } }) => {
  const wizard = await settingsOf(page, fabrikam, 'CLOCK01')
  await wizard.toReview()
  await wizard.commit('Activate CLOCK01', 'CLOCK01 was not activated')
  await expect(page.getByRole('alert').filter({ hasText: '0xC004F06C' })).toContainText(/clock/i)
})

test('Windows 7 says why it has no lookup domain and no ways of activation; Windows 11 warns of a contradiction', async ({
  kit: { page },
}) => {
  const wizard = await settingsOf(page, contoso, 'PC001')
  for (const title of ['Lookup domain', 'Ways of activation']) {
    await expect(wizard.section(title)).toContainText('Needs Windows 8')
    await expect(wizard.section(title).getByRole('radio').nth(1)).toBeDisabled()
  }
  await page.getByRole('button', { name: 'Cancel' }).click()
  const newer = await settingsOf(page, fabrikam, 'FIXED01')
  await newer.choose('Lookup domain', 'This domain')
  await page.getByRole('textbox', { name: 'Domain' }).fill('plant.fabrikam.test')
  await expect(page.getByRole('alert')).toContainText('A fixed KMS host and a lookup domain would both be set')
  await newer.activate(false)
  await newer.toReview()
  await expect(page.getByText('While a host is fixed')).toBeVisible()
  await newer.commit('Configure FIXED01', 'FIXED01 is configured')
  await expect(newer.fact('Looks for hosts in')).toHaveText('plant.fabrikam.test')
})

for (const { field, typed, says } of [
  { field: 'KMS host', typed: '', says: 'Type the name or the IP address' },
  { field: 'KMS host', typed: 'kms 01', says: 'has the character " "' },
  { field: 'KMS host', typed: 'kms01:1688', says: 'Enter the port apart from the name' },
  { field: 'Port', typed: '65536', says: 'not between 1 and 65535' },
  { field: 'Port', typed: 'kms', says: '“kms” is not a port' },
] as const)
  test(`${field} “${typed}” is named with its remedy and keeps the focus`, async ({ kit: { page } }) => {
    const wizard = await settingsOf(page, contoso, 'PC001')
    await wizard.fixHost('kms01')
    const box = page.getByRole('textbox', { name: field })
    await box.fill(typed)
    await wizard.next.click()
    await expect(page.getByText(says)).toBeVisible()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(typed)
  })

test('a suffix that stands twice is named, the list is kept, and an empty one removes it', async ({
  kit: { page },
}) => {
  const wizard = await settingsOf(page, contoso, 'PC001')
  await wizard.choose('DNS suffix search list', 'This list')
  await expect(wizard.section('DNS suffix search list')).toContainText('This replaces: corp.contoso.test')
  const list = page.getByRole('textbox', { name: 'DNS suffixes, in their order' })
  await list.fill('branch.contoso.test\nBRANCH.contoso.test')
  await wizard.next.click()
  await expect(page.getByText('is in the list twice')).toBeVisible()
  await expect(list).toBeFocused()
  await list.fill('branch.contoso.test\ncorp.contoso.test')
  await wizard.activate(false)
  await wizard.toReview()
  await wizard.back.click()
  await expect(list).toHaveValue('branch.contoso.test\ncorp.contoso.test')
  await wizard.toReview()
  await wizard.commit('Configure PC001', 'PC001 is configured')
  await expect(wizard.fact('DNS suffixes')).toHaveText('branch.contoso.test, corp.contoso.test')
})

test('a computer with a MAK is refused, and Convert opens with it chosen', async ({ kit: { page } }) => {
  await chooseScenario(page, contoso)
  const wizard = new ClientWizard(page)
  await wizard.open()
  await wizard.chooseLabComputer('MAK01')
  await wizard.next.click()
  await expect(page.getByText('MAK01 is not a KMS client: it has a multiple activation key (MAK)')).toBeVisible()
  const convert = page.getByRole('button', { name: 'Convert this computer' })
  await expect(convert).toBeFocused()
  await convert.click()
  await expect(page.getByRole('form', { name: 'Convert a computer' })).toBeVisible()
  await expect(page.getByRole('radio', { name: /^MAK01\b/ })).toBeChecked()
})

test('an account without rights is refused at the first step, by name', async ({ kit: { page } }) => {
  await chooseScenario(page, contoso)
  const wizard = new ClientWizard(page)
  await wizard.open()
  await wizard.chooseLabComputer('PC001')
  await page.getByRole('button', { name: 'Use CONTOSO\\clerk' }).click()
  await wizard.next.click()
  await expect(page.getByText('PC001 cannot be configured yet')).toBeVisible()
  await expect(wizard.heading).toHaveText('Choose the KMS client')
})

test('the whole wizard works with the keyboard alone', async ({ kit: { page } }) => {
  const { keyboard } = page
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error('Tab does not lead there')
  }
  await chooseScenario(page, fabrikam)
  await tabTo(page.getByRole('region', { name: 'Configure a KMS client' }).getByRole('button'))
  await keyboard.press('Enter')
  const wizard = new ClientWizard(page)
  await expect(wizard.heading).toHaveText('Choose the KMS client')
  const fixed = page.getByRole('radio', { name: /^FIXED01\b/ })
  await tabTo(page.getByRole('radiogroup', { name: 'Computer in the Lab' }).getByRole('radio').first())
  while (!(await fixed.isChecked())) await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Choose what FIXED01 is set to')
  await tabTo(wizard.section('KMS host').getByRole('radio', { name: 'Leave it as it is' }))
  await keyboard.press('ArrowDown')
  await expect(wizard.section('KMS host').getByRole('radio', { name: 'Automatic discovery' })).toBeChecked()
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Review what will be done')
  await tabTo(page.getByRole('button', { name: 'Configure FIXED01' }))
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('FIXED01 is activated')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on any step in ${theme}`, async ({ start }) => {
    test.slow()
    const { page } = await start({ theme })
    const check = async (place: string): Promise<void> => expect(await axeViolations(page), place).toEqual([])
    await chooseScenario(page, contoso)
    const wizard = new ClientWizard(page)
    await wizard.open()
    await wizard.chooseLabComputer('MAK01')
    await wizard.next.click()
    await page.getByRole('button', { name: 'Convert this computer' }).waitFor()
    await check('Computer, refused')
    await wizard.chooseLabComputer('PC001')
    await wizard.next.click()
    await page.getByRole('heading', { name: 'Choose what PC001 is set to' }).waitFor()
    await wizard.fixHost('kms 01')
    await wizard.choose('DNS suffix search list', 'This list')
    await wizard.next.click()
    await page.getByText('has the character').waitFor()
    await check('Settings, refused')
    await wizard.fixHost('kms01')
    await wizard.toReview()
    await check('Review')
    await wizard.commit('Configure PC001', 'PC001 is configured, but not activated')
    await wizard.fact('Events of the last day').waitFor()
    await check('Result')
  })
