import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SelfTestReport } from '../../src-main/contract/models/self-test-report.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { chooseLabComputer, copiedBy, openPage } from '../support/computer-choice.ts'
import { LabPage } from '../support/lab-page.ts'
import { chooseContoso } from '../support/made-kms-host.ts'
import { expect, test } from './launch.ts'

const heading = 'Check this computer'

test('checks a computer step by step, says what to begin with, and makes a report without secrets', async ({ kit }) => {
  const { page } = kit
  await chooseContoso(page)
  await openPage(page, heading)
  await chooseLabComputer(page, 'CLOCK01')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('on clock01.corp.contoso.test')
  await expect(page.getByRole('alert')).toContainText('Clock')
  const steps = page.getByRole('list', { name: 'Steps of the check' })
  await expect(steps.getByRole('list', { name: 'Clock' })).toContainText('6 hours behind')
  await expect(steps.getByRole('list', { name: 'Licensing classes' })).toContainText('In order')
  await expect(steps.getByRole('button', { name: 'Look up 0xC004F06C' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  const copied = await copiedBy(page, page.getByRole('button', { name: 'Copy as text' }))
  expect(copied).toContain('Check this computer: clock01.corp.contoso.test')
  expect(copied).toMatch(/\n\d+\. Clock\n {3}Problem: /)
  await page.getByRole('button', { name: 'Licensing details' }).last().click()
  await expect(page.getByRole('button', { name: 'Copy as text (slmgr /dlv)' })).toBeVisible()
})

test('names the link that breaks, and can be begun again once it is mended', async ({ kit }) => {
  const { page } = kit
  await chooseContoso(page)
  await openPage(page, heading)
  await chooseLabComputer(page, 'ASLEEP01')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Begin with “Port 135”')
  const steps = page.getByRole('list', { name: 'Steps of the check' })
  await expect(steps.getByText('Not checked:')).toHaveCount(11)
})

test('can be stopped, keeps what was found, and works from the keyboard', async ({ kit }) => {
  const { page } = kit
  const lab = new LabPage(page)
  await lab.open()
  await lab.setFault('KMS01', { kind: 'Slow' })
  await openPage(page, heading)
  await chooseLabComputer(page, 'KMS01')
  await page.keyboard.press('Enter')
  const stop = page.getByRole('button', { name: 'Stop' })
  await stop.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Stopped. What was found so far is kept.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  expect(await axeViolations(page)).toEqual([])
})

test('saves a report that its schema takes, and that names no key and no account', async ({ kit, userData }) => {
  const { app, page } = kit
  const saved = join(userData, 'report.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, saved)
  await openPage(page, heading)
  await chooseLabComputer(page, 'KMS01')
  await page
    .getByRole('button', { name: /^Use .*admin/i })
    .first()
    .click()
  const user = await page.getByRole('textbox', { name: 'User name (optional)' }).inputValue()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByRole('button', { name: 'Save the report' }).click()
  await expect(page.getByText('The report was saved.')).toBeVisible()
  const text = readFileSync(saved, 'utf8')
  const report = SelfTestReport.parse(JSON.parse(text))
  expect(report).toMatchObject({ complete: true, host: 'KMS01', place: 'lab' })
  expect(text.toLowerCase()).not.toContain(JSON.stringify(user).slice(1, -1).toLowerCase())
  expect(text).not.toMatch(/OfflineInstallationId"\s*:|OA3xOriginalProductKey"\s*:/)
})

test('a saved report becomes a computer of the Lab, which can be looked at like any other', async ({
  kit,
  userData,
}) => {
  const { app, page } = kit
  const saved = join(userData, 'report.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, saved)
  await chooseContoso(page)
  await openPage(page, heading)
  await chooseLabComputer(page, 'CLOCK01')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByRole('button', { name: 'Save the report' }).click()
  await expect(page.getByText('The report was saved.')).toBeVisible()

  const lab = new LabPage(page)
  await lab.open()
  const file = page.getByLabel('Load a report as a computer')
  await file.setInputFiles(saved)
  await expect(page.getByRole('alert')).toContainText('has a computer CLOCK01 already')
  await lab.scenario.selectOption({ value: 'first-host' })
  await expect(lab.row('CLOCK01')).toBeHidden()
  await file.setInputFiles(saved)
  await expect(lab.row('CLOCK01')).toBeVisible()
  await expect(page.getByRole('main').getByText('CLOCK01 was loaded.')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  writeFileSync(saved, '{"kind":"something else"}')
  await file.setInputFiles(saved)
  await expect(page.getByRole('alert')).toContainText('This is not a report')

  await openPage(page, 'Licensing details')
  await chooseLabComputer(page, 'CLOCK01')
  await page.getByRole('button', { name: 'Read the details' }).click()
  await expect(page.getByRole('region', { name: /Windows.*edition/ })).toContainText('Initial grace period')
})
