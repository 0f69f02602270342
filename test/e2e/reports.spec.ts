import type { ElectronApplication } from '@playwright/test'
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { LabOverview } from '../../src-main/contract/models/lab.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { DeploymentPages } from '../support/deployment-pages.ts'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { scanScenario } from '../support/scanned-estate.ts'
import { expect, test } from './launch.ts'

const scenario = 'fabrikam-2025'
const corp = 'corp.fabrikam.test'
const note = '=HYPERLINK("http://example.org","F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNFCT")'

const saveTo = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path })
  }, filePath)

test('the map of a troubled network names every problem, and leads to where it is mended', async ({ kit }) => {
  // It scans an estate and walks through several pages.
  test.slow()
  const { page } = kit
  const pages = new DeploymentPages(page)
  await scanScenario(page, scenario, note)
  const kms01 = { place: 'lab', scenario, host: `kms01.${corp}` }
  valueOf(await callBridge(page, 'kmsHosts.add', { host: kms01 }))
  await pages.open('Deployment map')
  await expect(pages.picture).toBeVisible({ timeout: 30_000 })
  await expect(pages.finding('Dead SRV record')).toContainText(`kmsold.${corp}`)
  await expect(pages.finding('Rogue KMS host')).toContainText('rogue01')
  await expect(pages.finding('Clients with a host that is gone')).toContainText('1 KMS client leads to')
  await expect(pages.finding('Same client machine ID')).toContainText('twin01')
  await expect(pages.finding('Same client machine ID')).toContainText('twin02')
  await expect(pages.finding('Same client machine ID')).toContainText('slmgr /rearm')
  await expect(pages.finding(`The clients of ${corp} are split`)).toContainText('KMS hosts')
  await expect(pages.finding('Clients without a host')).toBeVisible()
  await expect(pages.table('KMS hosts').getByRole('row', { name: /^kms01/i })).toContainText('Yes')
  await expect(pages.table('KMS records in DNS')).toContainText('Dead')

  await pages.finding('Same client machine ID').getByRole('button', { name: 'Select them' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Computers' })).toBeVisible()
  await expect(page.getByText(/^2 selected/)).toBeVisible()
  const list = new ComputersPage(page)
  await list.filter.fill('twin01')
  await expect(list.row('twin01')).toHaveAttribute('aria-selected', 'true')

  await pages.open('Deployment map')
  const gone = pages.finding('Clients with a host that is gone')
  await gone.getByRole('button', { name: /Computers concerned/ }).press('Enter')
  await gone.getByRole('button', { name: `Configure fixed01.${corp}` }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/KMS client/)
  await expect(page.getByRole('radio', { name: /^FIXED01/ })).toBeChecked()
})

test('the calendar shows overdue computers first, and who ends when', async ({ kit }) => {
  // It scans an estate and walks through several pages.
  test.slow()
  const { page } = kit
  const pages = new DeploymentPages(page)
  await scanScenario(page, scenario, note)
  await pages.open('Expiry')
  await expect(page.getByText(/past (its|their) end/)).toBeVisible()
  const buckets = pages.table('Ends by date')
  await expect(buckets.getByRole('row').nth(1)).toContainText('Overdue')
  await expect(pages.table('Computers: Overdue')).toContainText(`norearm01.${corp}`)
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await buckets
    .getByRole('button', { name: /^Show the computers: \d/ })
    .last()
    .press('Enter')
  await expect(pages.table(/^Computers: \d/)).toContainText('fabrikam.test')
  await page.getByRole('radio', { name: 'Day' }).check()
  await expect(pages.table('Computers: Overdue')).toBeVisible()
  await page.getByRole('combobox', { name: 'Group' }).selectOption('Headquarters')
  await expect(pages.table('Computers: Overdue')).toContainText(`norearm01.${corp}`)
  await page.getByRole('button', { name: /^Select (it|these)/ }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Computers' })).toBeVisible()
  const list = new ComputersPage(page)
  await list.filter.fill('norearm01')
  await expect(list.row('norearm01')).toHaveAttribute('aria-selected', 'true')
})

test('each format of a report is saved through the dialog, opens, and holds no secret', async ({ kit, userData }) => {
  test.slow()
  const { app, page } = kit
  const pages = new DeploymentPages(page)
  await scanScenario(page, scenario, note)
  const { accounts, keys, computers } = valueOf(await callBridge<LabOverview>(page, 'lab.overview'))
  await pages.open('Expiry')
  await expect(pages.table('Computers: Overdue')).toBeVisible()
  await pages.openReport()

  const csv = join(userData, 'report.csv')
  await saveTo(app, csv)
  await pages.save(/^CSV/)
  const bytes = readFileSync(csv)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8').slice(1).trimEnd(), {
    header: true,
  })
  expect(errors).toEqual([])
  expect(data).toHaveLength(computers.length)
  expect(data.map(({ Note }) => Note).filter((text) => text !== '')).toEqual([expect.stringMatching(/^'=HYPERLINK/)])
  expect(data.find(({ Computer }) => Computer === `pc01.${corp}`)).toMatchObject({ State: 'Activated' })

  const json = join(userData, 'report.json')
  await saveTo(app, json)
  await pages.save(/^JSON/)
  const report: unknown = JSON.parse(readFileSync(json, 'utf8'))
  expect(report).toMatchObject({
    format: 'activation-field-kit-report',
    version: 1,
    scope: 'All computers',
    computers: expect.arrayContaining([expect.objectContaining({ name: `twin01.${corp}`, outcome: 'licensed' })]),
  })

  const html = join(userData, 'report.html')
  await saveTo(app, html)
  await pages.save(/^Web page/)
  const text = readFileSync(html, 'utf8')
  expect(text).toContain(`pc01.${corp}`)
  expect(text).not.toMatch(/<script|<img|<link|src=|href=/)

  const pdf = join(userData, 'report.pdf')
  await saveTo(app, pdf)
  await pages.save(/^PDF/)
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  for (const file of [csv, json, html])
    for (const secret of [...accounts.map(({ password }) => password), ...keys.map(({ key }) => key)])
      expect(readFileSync(file, 'utf8'), `${file} ${secret}`).not.toContain(secret)

  const nowhere = join(userData, 'none.pdf')
  await saveTo(app, '')
  await pages.dialog.getByRole('button', { name: 'Save the report' }).click()
  await expect(pages.dialog.getByText('It was not saved.')).toBeVisible()
  expect(existsSync(nowhere)).toBe(false)
  await saveTo(app, join(userData, 'no-such-folder', 'report.pdf'))
  await pages.dialog.getByRole('button', { name: 'Save the report' }).click()
  await expect(pages.dialog.getByRole('alert')).toContainText('could not be written')
})

test('a report is about the selection or about what the table shows, and one without parts is not made', async ({
  kit,
  userData,
}) => {
  test.slow()
  const { app, page } = kit
  const pages = new DeploymentPages(page)
  const computers = new ComputersPage(page)
  await scanScenario(page, scenario, note)
  await page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  await computers.filter.fill('twin')
  await expect(computers.row('twin02')).toBeVisible()
  await expect(computers.row('pc01')).toBeHidden()
  await computers.row('twin01').locator('td[data-check]').click()
  const json = join(userData, 'chosen.json')
  await saveTo(app, json)
  const chosen = async (scope: string | RegExp): Promise<unknown> => {
    await pages.dialog.getByRole('radio', { name: scope }).check()
    await pages.save(/^JSON/)
    return JSON.parse(readFileSync(json, 'utf8'))
  }
  await pages.openReport()
  await expect(pages.dialog.getByRole('radio', { name: 'The selection (1)' })).toBeChecked()
  expect(await chosen('The selection (1)')).toMatchObject({
    scope: 'Selection',
    computers: [{ name: `twin01.${corp}` }],
    summary: { figures: { computers: 1, activated: 1 } },
  })
  expect(await chosen('What the table shows (2)')).toMatchObject({
    scope: 'Filter "twin"',
    computers: [{ name: `twin01.${corp}` }, { name: `twin02.${corp}` }],
  })
  for (const part of [/^Summary/, /^Each computer/, /^Changes/, /^Plans and batches/])
    await pages.dialog.getByRole('checkbox', { name: part }).uncheck()
  await expect(pages.dialog.getByText('Choose at least one part.')).toBeVisible()
  await expect(pages.dialog.getByRole('button', { name: 'Save the report' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(pages.dialog).toBeHidden()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on map, calendar and dialog in ${theme}`, async ({ start }) => {
    test.slow()
    const { page } = await start({ theme })
    const pages = new DeploymentPages(page)
    await scanScenario(page, scenario, note)
    await pages.open('Deployment map')
    await expect(pages.findings).toBeVisible({ timeout: 30_000 })
    expect(await axeViolations(page), 'map').toEqual([])
    await pages.open('Expiry')
    await expect(pages.table('Computers: Overdue')).toBeVisible()
    expect(await axeViolations(page), 'calendar').toEqual([])
    await pages.openReport()
    expect(await axeViolations(page), 'dialog').toEqual([])
  })
