import { axeViolations } from '../support/axe-violations.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { enginePids } from '../support/engine-processes.ts'
import { killKit } from '../support/running-kit.ts'
import {
  breakComputers,
  connections,
  hosts,
  listedRows,
  mendComputers,
  ScanBarPage,
  scanned,
  scanState,
  scanTimes,
  untilDone,
  untilHung,
} from '../support/scan-control.ts'
import { searchFiles } from '../support/secret-search.ts'
import { chooseScenario } from '../support/task-wizard.ts'
import { expect, test } from './launch.ts'
import type { RunningKit, StartOptions } from '../support/running-kit.ts'

const refused = hosts.slice(50, 55)
const hung = hosts.slice(60, 65)
const heldOnce = hosts[70] ?? ''

/** The first page on the scenario, with nothing in its list. */
const onScenario = async (
  start: (options?: StartOptions) => Promise<RunningKit>,
  theme: 'light' | 'dark' = 'light',
) => {
  const kit = await start({ page: 'Tasks', theme })
  await chooseScenario(kit.page, scanned)
  await kit.page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  return { kit, page: kit.page, computers: new ComputersPage(kit.page), scan: new ScanBarPage(kit.page) }
}

test('with 5 % refused, 5 % hung and an engine killed, every computer ends once with what to do next', async ({
  start,
  userData,
}) => {
  test.slow()
  const { kit, page, computers, scan } = await onScenario(start)
  await computers.addScenario()
  await breakComputers(userData, refused, 'connect', { kind: 'refuse' })
  await breakComputers(userData, hung, 'query', { kind: 'hang', applied: false })
  await breakComputers(userData, [heldOnce], 'query', { kind: 'hang', applied: false }, 1)
  await scan.options({ concurrency: 32, deadline: 12 })
  await scan.button('Scan').click()
  await scan.says(/^Scanning, [\d]+ of 100 computers, \d+ being read/)
  await expect(scan.bar.getByRole('progressbar')).toBeVisible()
  const engine = await untilHung(userData, heldOnce)
  expect(enginePids(kit.pid)).toContain(engine)
  process.kill(engine, 'SIGKILL')
  await scan.says(/about .+ left/)
  expect(await axeViolations(page), 'running').toEqual([])

  await scan.says('Scan finished, 100 of 100 computers.', 90_000)
  const rows = await listedRows(page)
  const outcomes = rows.map(({ outcome }) => outcome)
  const count = (kind: string): number => outcomes.filter((outcome) => outcome === kind).length
  expect({ refused: count('refused'), hung: count('timed-out'), lost: count('engine-lost') }).toEqual({
    refused: 5,
    hung: 5,
    lost: 0,
  })
  expect(count('never-scanned')).toBe(0)
  const { counts } = await scanState(page)
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(100)
  for (const { host, outcome, outcomeText, outcomeNext } of rows) {
    expect(outcomeText, host).not.toBe('')
    if (!['licensed', 'kms-host'].includes(outcome)) expect(outcomeNext, `${host}: ${outcome}`).not.toBeNull()
  }
  // What the killed engine had under way was read again by another one.
  expect(rows.find(({ host }) => host.toLowerCase().startsWith(heldOnce))?.outcome).toBe('licensed')
  expect(connections(userData).get(heldOnce)).toBe(2)
  expect(enginePids(kit.pid)).not.toContain(engine)

  await scan.says(/Connection refused: 5/)
  await scan.says(/^\d+ computers could not be read\. Choose one in the table/)
  await computers.filter.fill(hung[0] ?? '')
  await computers.row(hung[0] ?? '').click()
  await expect(computers.details).toContainText('did not answer in time')
  await expect(computers.details).toContainText('What to do next')
  expect(await axeViolations(page), 'done').toEqual([])
})

test('stopped, continued, killed and continued after the restart: nothing is lost or scanned twice, with the keyboard', async ({
  start,
  userData,
}) => {
  test.slow()
  const { kit, page, computers, scan } = await onScenario(start, 'dark')
  await computers.addScenario()
  await breakComputers(userData, ['*'], 'connect', { kind: 'slow', milliseconds: 2000 })
  await scan.options({ concurrency: 4, deadline: 60 })

  const press = async (name: string): Promise<void> => {
    await page.locator('body').press('Tab')
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await scan.button(name).evaluate((button) => button === button.ownerDocument.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(scan.button(name)).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await press('Scan')
  await untilDone(page, 12)
  // What starts a scan stops it, and keeps the focus.
  await expect(scan.button('Stop the scan')).toBeFocused()
  await page.keyboard.press('Enter')
  await scan.says(/^Stopped, \d+ of 100 computers/)
  await expect(scan.button('Scan')).toBeFocused()
  expect(await axeViolations(page), 'stopped').toEqual([])
  const atStop = await scanTimes(page)
  expect(atStop.size).toBeGreaterThanOrEqual(12)
  expect(atStop.size).toBe((await scanState(page)).done)

  await press('Continue the scan')
  await untilDone(page, 12)
  const beforeKill = await scanTimes(page)
  await killKit(kit)

  const next = await start({ page: 'Computers', theme: 'dark' })
  const again = { page: next.page, scan: new ScanBarPage(next.page) }
  await again.scan.says(/^Stopped, \d+ of \d+ computers/)
  const known = await scanTimes(next.page)
  expect([...beforeKill].filter(([id, at]) => known.get(id) !== at)).toEqual([])
  expect(known.size).toBeLessThan(100)
  await mendComputers(userData)
  await again.scan.button('Continue the scan').click()
  await again.scan.says(/^Scan finished/)
  const atEnd = await scanTimes(next.page)
  expect(atEnd.size).toBe(100)
  expect([...known].filter(([id, at]) => atEnd.get(id) !== at)).toEqual([])
  await expect(again.scan.button('Continue the scan')).toBeHidden()
})

test('accounts of a group and of a computer: asked for again after a restart, never on the disk', async ({
  start,
  userData,
}) => {
  test.slow()
  const password = 'Rehearsal-Only-1'
  const wrong = 'Canary-Scan-Hx64'
  const { kit, page, computers, scan } = await onScenario(start)
  await page.getByRole('button', { name: 'Add computers' }).click()
  await computers.dialog.getByRole('tab', { name: 'Address range' }).click()
  await computers.dialog
    .getByRole('textbox', { name: 'Address ranges' })
    .fill('10.60.0.50-10.60.0.53, 10.60.0.9-10.60.0.2')
  await computers.dialog.getByRole('button', { name: 'Check the ranges' }).click()
  await expect(computers.dialog.getByRole('alert')).toContainText('ends before it begins')
  await expect(computers.dialog.getByRole('button', { name: 'Check the ranges' })).toBeFocused()
  expect(await axeViolations(page), 'adding').toEqual([])
  await computers.dialog.getByLabel('Group for those without one').fill('Branch')
  await computers.add('Add 4 computers')
  await expect(computers.row('10.60.0.53')).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Account for reading and changing computers' })
  const give = async (whose: string, user: string, secret: string): Promise<void> => {
    await scan.button('Account').click()
    await dialog.getByLabel('Used for').selectOption({ label: whose })
    await dialog.getByRole('textbox', { name: /^User name/ }).fill(user)
    await dialog.getByRole('textbox', { name: /^Password/ }).fill(secret)
    await dialog.getByRole('button', { name: 'Use this account' }).click()
    await expect(dialog).toBeHidden()
  }
  await scan.button('Account').click()
  await dialog.getByRole('button', { name: 'Use this account' }).click()
  await expect(dialog.getByRole('textbox', { name: /^User name/ })).toBeFocused()
  expect(await axeViolations(page), 'account').toEqual([])
  await page.keyboard.press('Escape')
  await give('Group Branch (4 computers)', 'WOODGROVE\\admin', password)
  await computers.table.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  await give('The selection (1 computer)', 'WOODGROVE\\clerk', wrong)

  const outcomes = async () => (await listedRows(page)).map(({ outcome }) => outcome)
  await computers.scan()
  expect(await outcomes()).toEqual(['licensed', 'licensed', 'licensed', 'wrong-password'])
  await kit.app.close()
  for (const secret of [password, wrong]) expect(searchFiles([userData], secret), 'on the disk').toEqual([])

  const next = await start({ page: 'Computers' })
  const bar = new ScanBarPage(next.page)
  const later = new ComputersPage(next.page)
  await later.row('10.60.0.53').waitFor()
  await bar.button('Scan').click()
  const asked = next.page.getByRole('dialog', { name: 'Enter the passwords again' })
  await expect(asked.getByLabel('Password of WOODGROVE\\admin')).toBeVisible()
  await expect(asked.getByLabel('Password of WOODGROVE\\clerk')).toBeVisible()
  expect(await axeViolations(next.page), 'passwords').toEqual([])
  await asked.getByLabel('Password of WOODGROVE\\admin').fill(password)
  await asked.getByRole('button', { name: 'Scan', exact: true }).click()
  await bar.says('Scan finished, 4 of 4 computers.')
  const rows = await listedRows(next.page)
  expect(rows.map(({ outcome }) => outcome)).toEqual(['licensed', 'licensed', 'licensed', 'wrong-password'])
  expect(rows[3]?.outcomeText).toContain('not in memory')
  expect(searchFiles([userData], password), 'on the disk').toEqual([])
})
