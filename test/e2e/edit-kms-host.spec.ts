import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeViolations } from '../support/axe-violations.ts'
import { EditHostDialog } from '../support/edit-host-dialog.ts'
import { hold, untilHeld, clearFaults } from '../support/lab-control.ts'
import { labHostKey } from '../support/kms-host-wizard.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { contosoHostKey } from '../support/lab-page.ts'
import { chooseContoso, makeKmsHost } from '../support/made-kms-host.ts'
import { killKit } from '../support/running-kit.ts'
import { expect, test } from './launch.ts'

const host = 'KMS01'

/** Makes KMS01 of the first scenario a host and opens one of its settings. */
const open = async (page: Page, setting: string): Promise<EditHostDialog> => {
  await makeKmsHost(page, { scenario: 'first-host', host, key: labHostKey })
  const dialog = new EditHostDialog(page)
  await dialog.open(setting)
  return dialog
}

const argumentsOf = (userData: string, method: string): readonly unknown[] =>
  readLabCalls(userData)
    .filter((call) => call.method === method)
    .map(({ args }) => args)

const fact = (page: Page, label: string) =>
  page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')

test('the port is changed with a firewall rule of its own, reviewed step by step, and answers afterwards', async ({
  kit: { page },
  userData,
}) => {
  const dialog = await open(page, 'TCP port')
  await expect(dialog.heading).toHaveText(/^TCP port of KMS01/)
  await expect(fact(page, 'Now')).toHaveText('1688')
  await expect(page.getByText('The licensing service is restarted')).toBeVisible()
  await page.getByRole('textbox', { name: 'TCP port' }).fill('1690')
  await expect(page.getByText('a firewall rule of its own is made for TCP port 1690')).toBeVisible()
  await dialog.toReview()
  await expect(page.getByRole('table')).toContainText('/sprt 1690')
  await expect(page.getByRole('table')).toContainText('net stop sppsvc && net start sppsvc')
  await dialog.commit('Change the port to 1690', host)
  await expect(fact(page, 'KMS port')).toContainText('TCP port 1690')
  expect(argumentsOf(userData, 'SetKeyManagementServiceListeningPort')).toEqual([{ PortNumber: 1690 }])
})

for (const { setting, field, typed, says } of [
  { setting: 'TCP port', field: 'TCP port', typed: '70000', says: /"70000" is not between 1 and 65535/ },
  { setting: 'TCP port', field: 'TCP port', typed: 'abc', says: /"abc" is not a whole number/ },
  { setting: 'Activation interval', field: 'Activation interval in minutes', typed: '14', says: /shorter than 15/ },
  { setting: 'Renewal interval', field: 'Renewal interval in minutes', typed: '43201', says: /longer than 43200/ },
] as const)
  test(`${setting} ${typed} is named with its remedy, kept, and nothing is planned`, async ({ kit: { page } }) => {
    const dialog = await open(page, setting)
    const box = page.getByRole('textbox', { name: field })
    await box.fill(typed)
    await dialog.next.click()
    await expect(page.getByText(says)).toBeVisible()
    await expect(box).toHaveValue(typed)
    await expect(box).toBeFocused()
    await expect(dialog.next).toBeVisible()
  })

test('publishing is turned off by the registry, and what is in DNS already is said to stay', async ({
  kit: { page },
  userData,
}) => {
  const dialog = await open(page, 'Publishing in DNS')
  await expect(page.getByRole('radio', { name: 'Do not let the host publish itself in DNS' })).toBeChecked()
  await page.getByRole('radio', { name: /^In the registry/ }).check()
  await dialog.toReview()
  await expect(page.getByText(/already stay in DNS until somebody removes them/)).toBeVisible()
  await dialog.commit('Turn publishing in DNS off', host)
  expect(countMethods(readLabCalls(userData), host)['SetDWORDValue']).toBeGreaterThan(0)
  expect(countMethods(readLabCalls(userData), host)['DisableKeyManagementServiceDnsPublishing']).toBeUndefined()
})

test('priority and renewal interval are changed one after the other', async ({ kit: { page }, userData }) => {
  const dialog = await open(page, 'Process priority')
  await expect(page.getByRole('radio', { name: 'Low priority' })).toBeChecked()
  await dialog.toReview()
  await dialog.commit('Give the licensing service low priority', host)
  await dialog.open('Renewal interval')
  await page.getByRole('textbox', { name: 'Renewal interval in minutes' }).fill('14 days')
  await expect(page.getByText('20160 minutes = 14 days.')).toBeVisible()
  await dialog.toReview()
  await dialog.commit('Change the renewal interval to 20,160 minutes (14 days)', host)
  expect(countMethods(readLabCalls(userData), host)).toMatchObject({
    EnableKeyManagementServiceLowPriority: 1,
    SetVLRenewalInterval: 1,
  })
})

test('a publish list with a zone that refuses ends in 12293 for its domain and no success', async ({
  kit: { page },
}) => {
  await chooseContoso(page)
  await makeKmsHost(page, { scenario: 'contoso-2009', host, key: contosoHostKey })
  const dialog = new EditHostDialog(page)
  await dialog.open('Domains in which it publishes itself')
  await expect(page.getByRole('textbox', { name: 'Domain, row 1' })).toHaveValue('corp.contoso.test')
  await page.getByRole('button', { name: 'Add a domain' }).click()
  await page.getByRole('textbox', { name: 'Domain, row 2' }).fill('factory.contoso.test')
  await dialog.toReview()
  await expect(page.getByText(/faster than the DNS servers replicate/)).toBeVisible()
  await page.getByRole('button', { name: 'Publish in 2 domains' }).click()
  await expect(dialog.heading).toHaveText('The change of KMS01 was not completed')
  await expect(page.getByText(/12293/).first()).toContainText('factory.contoso.test')
  await expect(page.getByRole('list', { name: 'Publishing in DNS' }).getByRole('listitem')).toHaveText([
    /^corp\.contoso\.test: Event 12294/,
    /^factory\.contoso\.test: Event 12293/,
  ])
})

test('settings are exported as a .reg file and imported again; other files are refused with the reason', async ({
  kit: { app, page },
  userData,
}) => {
  const dialog = await open(page, 'Activation interval')
  await page.getByRole('textbox', { name: 'Activation interval in minutes' }).fill('180')
  await dialog.toReview()
  await dialog.commit('Change the activation interval to 180 minutes (3 hours)', host)

  await dialog.openImport()
  const saved = join(userData, 'exported.reg')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = async () => ({ canceled: false, filePath })
  }, saved)
  await page.getByRole('button', { name: 'Export to a .reg file' }).click()
  await expect(page.getByText('The file was saved.').first()).toBeVisible()
  const bytes = readFileSync(saved)
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe])
  expect(bytes.toString('utf16le')).toContain('"VLActivationInterval"=dword:000000b4')

  const file = page.getByRole('button', { name: 'Registry file (.reg)' })
  const text = bytes.toString('utf16le').slice(1)
  for (const { name, content, says } of [
    { name: 'plain.reg', content: Buffer.from(text, 'utf8'), says: /UTF-16/ },
    {
      name: 'other.reg',
      content: Buffer.from(`\ufeff${text.replace('SoftwareProtectionPlatform', 'Winlogon')}`, 'utf16le'),
      says: /Winlogon/,
    },
  ]) {
    await file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
    await expect(page.getByRole('heading', { name: `${name} cannot be used` })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Registry file (.reg)' })).toContainText(says)
    await dialog.next.click()
    await expect(page.getByText('Choose a .reg file whose values can be used.')).toBeVisible()
  }

  await file.setInputFiles(saved)
  await expect(page.getByText('KMS clients that are not activated try every 3 hours.')).toBeVisible()
  await dialog.toReview()
  await page.getByRole('button', { name: /^Write (one value|\d values)/ }).click()
  await expect(dialog.heading).toHaveText('The change of KMS01 is made')
})

test('a change that was killed half-way waits on Tasks and is taken up in its own dialog', async ({
  start,
  userData,
}) => {
  // Two lives of the app in one test.
  test.slow()
  const first = await start()
  const dialog = await open(first.page, 'TCP port')
  await first.page.getByRole('textbox', { name: 'TCP port' }).fill('1690')
  await dialog.toReview()
  const held = { method: 'StopService', applied: true }
  await hold(userData, held)
  await first.page.getByRole('button', { name: 'Change the port to 1690' }).click()
  await untilHeld(userData, held)
  await killKit(first)
  await clearFaults(userData)

  const { page } = await start()
  const card = page.getByRole('region', { name: 'Unfinished plans' }).getByRole('article')
  await expect(card).toContainText('Interrupted')
  await card.getByRole('button', { name: 'Check and resume' }).click()
  await expect(new EditHostDialog(page).heading).toHaveText('The change of KMS01 is made')
  expect(argumentsOf(userData, 'SetKeyManagementServiceListeningPort')).toHaveLength(1)
})

test('a setting is changed with the keyboard alone, and leaving asks first where something was typed', async ({
  kit: { page },
}) => {
  const dialog = await open(page, 'TCP port')
  const { keyboard } = page
  await expect(dialog.heading).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'TCP port' })).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('1691')
  await page.getByRole('button', { name: 'Cancel' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('Discard what you typed?')
  await keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.getByRole('textbox', { name: 'TCP port' }).focus()
  await keyboard.press('Enter')
  await expect(dialog.heading).toHaveText('Review the change')
  await page.getByRole('button', { name: 'Change the port to 1691' }).focus()
  await keyboard.press('Enter')
  await expect(dialog.heading).toHaveText('The change of KMS01 is made')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page of a change in ${theme}`, async ({ start }) => {
    test.slow()
    const { page } = await start({ theme })
    const dialog = await open(page, 'Domains in which it publishes itself')
    expect(await axeViolations(page), 'publish list').toEqual([])
    await page.getByRole('button', { name: 'Import a .reg file' }).click()
    await expect(dialog.heading).toHaveText(/^Import settings into KMS01/)
    await dialog.next.click()
    await expect(page.getByText('Choose a .reg file whose values can be used.')).toBeVisible()
    expect(await axeViolations(page), 'import').toEqual([])
    await dialog.open('Publishing in DNS')
    expect(await axeViolations(page), 'publishing').toEqual([])
    await dialog.toReview()
    expect(await axeViolations(page), 'review').toEqual([])
    await dialog.commit('Turn publishing in DNS off', host)
    expect(await axeViolations(page), 'result').toEqual([])
  })
