import { axeViolations } from '../support/axe-violations.ts'
import { copiedBy } from '../support/computer-choice.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { chooseScenario } from '../support/task-wizard.ts'
import { expect, test } from './launch.ts'
import type { RunningKit, StartOptions } from '../support/running-kit.ts'

/** The first page, with the computers of a company of today in its list. */
const withCompany = async (
  start: (options?: StartOptions) => Promise<RunningKit>,
  theme: 'light' | 'dark' = 'light',
) => {
  const kit = await start({ page: 'Tasks', theme })
  await chooseScenario(kit.page, 'fabrikam-2025')
  await kit.page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  const computers = new ComputersPage(kit.page)
  await computers.addScenario()
  return { kit, page: kit.page, computers }
}

test('the first page is Computers; an empty list leads to adding, to one computer and to the Lab', async ({
  start,
}) => {
  const { page } = await start({ page: 'Computers' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Computers')
  await expect(page.getByText('No computers are listed yet')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Open the Lab' })).toBeVisible()
  await page.getByRole('button', { name: 'Work on a single computer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tasks')
})

test('pasted names are shown with what is wrong line by line, and nothing typed is lost', async ({ start }) => {
  const { page, computers } = await withCompany(start)
  await computers.openAdding('Type or paste')
  const names = computers.dialog.getByLabel('Names or addresses')
  await names.fill('new01.fabrikam.example\nbad name!\nnew02.fabrikam.example')
  await computers.dialog.getByRole('button', { name: 'Check the names' }).click()
  await expect(computers.dialog.getByRole('alert')).toContainText('name!')
  await expect(names).toHaveValue('new01.fabrikam.example\nbad name!\nnew02.fabrikam.example')
  expect(await axeViolations(page)).toEqual([])
  await computers.dialog.getByLabel('Group for those without one').fill('Branch')
  await computers.dialog.getByRole('button', { name: /^Add \d computers$/ }).click()
  await computers.dialog.waitFor({ state: 'detached' })
  // The table draws what is seen alone.
  await computers.filter.fill('new0')
  await expect(computers.row('new01')).toContainText('Branch')
  await expect(computers.row('new02')).toContainText('Not scanned')
})

test('a CSV file and Active Directory add computers, and those in the list already are named', async ({ start }) => {
  const { computers } = await withCompany(start)
  await computers.openAdding('CSV file')
  await computers.dialog.locator('input[type=file]').setInputFiles({
    name: 'computers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name;group;note\r\nbranch01.fabrikam.example;Berlin;"by the ""door"""\r\n'),
  })
  await expect(computers.dialog.getByLabel('Separator')).toHaveValue(';')
  await computers.add('Add 1 computer')
  await expect(computers.row('branch01')).toContainText('Berlin')
  await computers.row('branch01').click()
  await expect(computers.details.getByLabel('Note')).toHaveValue('by the "door"')
  await computers.openAdding('Active Directory')
  await computers.dialog.getByRole('button', { name: 'Ask Active Directory' }).click()
  await expect(computers.dialog.getByText(/in the list already/).first()).toBeVisible()
})

test('a scan fills the lines as they come, and its results are filtered, grouped and explained', async ({ start }) => {
  const { computers, page } = await withCompany(start)
  await computers.scan()
  const states = page.getByRole('list', { name: 'States' })
  await expect(states.getByRole('button', { name: /^Licensed: [1-9]/ })).toBeVisible()
  await states.getByRole('button', { name: /^Licensed/ }).click()
  await computers.choose('Group by', 'State')
  await expect(computers.group('Licensed')).toBeVisible()
  await computers.choose('Group by', 'No groups')
  await expect(computers.shown).toHaveText(/^\d+ of \d+ computers shown$/)
  await computers.table.getByRole('row').nth(1).click()
  await expect(computers.details).toContainText('Licensed')
  await expect(computers.details.getByRole('button', { name: 'Licensing details' })).toBeVisible()
})

test('a saved view is there after a restart', async ({ start }) => {
  const { kit, page, computers } = await withCompany(start)
  await computers.filter.fill('kms')
  await computers.choose('Group by', 'Windows')
  await page.getByRole('button', { name: 'Save the view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the view' })
  await dialog.getByLabel('Name of the view').fill('All')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toContainText('comes with the app')
  await dialog.getByLabel('Name of the view').fill('Hosts by Windows')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toBeHidden()
  await kit.app.close()
  const next = await start({ page: 'Computers' })
  const again = new ComputersPage(next.page)
  await again.table.waitFor()
  await again.choose('View', 'Hosts by Windows')
  await expect(again.filter).toHaveValue('kms')
  await expect(again.table).toHaveRole('treegrid')
})

test('a selection outlives the filter and counts what is hidden, with the keyboard alone', async ({ start }) => {
  const { page, computers } = await withCompany(start)
  await computers.table.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
  await page.keyboard.type('zzz')
  await expect(computers.filter).toBeFocused()
  await expect(computers.filter).toHaveValue('zzz')
  await expect(page.getByText('3 selected, 3 of them hidden by the filter')).toBeVisible()
  await expect(computers.table).toContainText('No computer fits the filter.')
  await computers.filter.fill('')
  await page.keyboard.press('ArrowDown')
  await expect(computers.table).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(computers.table.locator('tr[aria-selected="false"]')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(computers.details).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(computers.table).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/ selected/)).toBeHidden()
})

test('the table is sorted, put into groups, given other columns and copied in a window of 800 by 600', async ({
  start,
}) => {
  const { page, computers } = await withCompany(start)
  await page.setViewportSize({ width: 800, height: 600 })
  const heading = (name: string) => computers.table.getByRole('columnheader', { name, exact: true })
  await expect(heading('Computer')).toHaveAttribute('aria-sort', 'ascending')
  const first = await computers.names.first().textContent()
  await heading('Computer').getByRole('button').click()
  await expect(heading('Computer')).toHaveAttribute('aria-sort', 'descending')
  await expect(computers.names.first()).not.toHaveText(first ?? '')
  await heading('Computer').getByRole('button').click()
  await expect(computers.names.first()).toHaveText(first ?? '')
  for (const group of ['State', 'Windows', 'Channel', 'KMS host', 'Organisational unit']) {
    await computers.choose('Group by', group)
    await expect(computers.table.locator('tr[aria-expanded="true"]').first()).toContainText(/[\d,]+ computers?$/)
  }
  await computers.choose('Group by', 'No groups')
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await page.getByRole('checkbox', { name: 'CMID' }).check()
  await page.getByRole('button', { name: 'Move CMID up' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(heading('CMID')).toHaveAttribute('aria-colindex', '9')
  await computers.table.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const copied = await copiedBy(page, page.getByRole('button', { name: 'Copy selected rows' }))
  const [headings, ...rows] = copied.split('\r\n').map((line) => line.split('\t'))
  expect(headings?.slice(0, 2)).toEqual(['Computer', 'State'])
  expect(rows.map(([name]) => name)).toEqual([first, await computers.names.nth(1).textContent()])
  await page.getByRole('button', { name: 'Do a task on these 2' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await axeViolations(page), 'the menu of tasks').toEqual([])
  await page.keyboard.press('Escape')
  // As at 200 % in a window of 1280 by 800.
  await page.setViewportSize({ width: 640, height: 400 })
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
  expect(await fits()).toBe(true)
  await computers.table.scrollIntoViewIfNeeded()
  await computers.names.first().click()
  await expect(computers.details).toBeVisible()
  expect(await fits()).toBe(true)
  expect(await axeViolations(page), 'at 200 %').toEqual([])
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the table, its details and dialogs in ${theme}`, async ({ start }) => {
    test.slow()
    const { page, computers } = await withCompany(start, theme)
    await computers.scan()
    await computers.choose('Group by', 'State')
    await computers.table.getByRole('row').nth(2).click()
    await expect(computers.details).toBeVisible()
    expect(await axeViolations(page), 'table and details').toEqual([])
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await axeViolations(page), 'columns').toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await computers.openAdding('Active Directory')
    expect(await axeViolations(page), 'adding').toEqual([])
  })
