import { axeViolations } from '../support/axe-violations.ts'
import { BatchPage, breakCalls, callsOf, setHostMethod, timesCalled, untilCallHangs } from '../support/batch-page.ts'
import { ComputersPage } from '../support/computers-page.ts'
import { enginePids, hasten } from '../support/engine-processes.ts'
import { killKit } from '../support/running-kit.ts'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { breakComputers, hosts, listedRows, mendComputers, scanned } from '../support/scan-control.ts'
import { chooseScenario } from '../support/task-wizard.ts'
import { expect, test } from './launch.ts'
import type { RunningKit, StartOptions } from '../support/running-kit.ts'

const kmsHost = 'kms02.corp.woodgrove.test'
const refused = hosts.slice(50, 54)
const silent = hosts.slice(60, 62)
const silentAfterwards = hosts.slice(64, 66)
/** One of the first five of the batch. */
const heldOnce = 'osl-pc00007'
/** Asleep, and without an administrator of the domain: the scenario has one of each. */
const neverAnswering = ['ber-pc00010', 'lis-pc00011']

/** Every computer of the scenario in the list. */
const withComputers = async (
  start: (options?: StartOptions) => Promise<RunningKit>,
  theme: 'light' | 'dark' = 'light',
) => {
  const kit = await start({ page: 'Tasks', theme })
  await chooseScenario(kit.page, scanned)
  await kit.page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  const computers = new ComputersPage(kit.page)
  await computers.addScenario()
  return { kit, page: kit.page, computers, batch: new BatchPage(kit.page) }
}

const keyOf = (name: string): string => name.split('.')[0]?.toLowerCase() ?? ''

test('with computers refused and hung and an engine killed, the rest is done, and the failed alone run again', async ({
  start,
  userData,
}) => {
  test.setTimeout(300_000)
  const { kit, page, computers, batch } = await withComputers(start)
  await computers.scan()
  await batch.openOnAll(/^Configure as KMS clients/, 100)
  await expect(page.getByText('3 computers: a KMS host')).toBeVisible()
  expect(await axeViolations(page), 'computers').toEqual([])
  await batch.next.click()
  await batch.useHost(kmsHost)
  await batch.policy('Go on with the others', 5, 16)
  expect(await axeViolations(page), 'options').toEqual([])
  await batch.toReview(89)
  expect(await axeViolations(page), 'review').toEqual([])

  await hasten(kit.app, 60_000, 3)
  await breakComputers(userData, refused, 'connect', { kind: 'refuse' })
  await breakComputers(userData, silent, 'query', { kind: 'hang', applied: false })
  await breakCalls(userData, silentAfterwards, setHostMethod, { kind: 'hang', applied: true })
  await breakCalls(userData, [heldOnce], setHostMethod, { kind: 'hang', applied: false }, 1)
  await batch.button('Configure 89 computers').click()
  const engine = await untilCallHangs(userData, setHostMethod, heldOnce)
  expect(enginePids(kit.pid)).toContain(engine)
  process.kill(engine, 'SIGKILL')

  await batch.reads('The first computers are done: look at them')
  expect((await batch.newest()).counts).toMatchObject({ done: 5, pending: 84 })
  expect(timesCalled(userData, setHostMethod).size).toBe(5)
  await expect(batch.button('Go on with the other 84 computers')).toBeVisible()
  expect(await axeViolations(page), 'after the first ones').toEqual([])
  await batch.button('Go on with the other 84 computers').click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(await axeViolations(page), 'running').toEqual([])

  await batch.reads('Done on 79 of 89 computers')
  const rows = await batch.rows()
  const of = (names: readonly string[]) => rows.filter(({ name }) => names.includes(keyOf(name)))
  expect(of(refused).map(({ state, error }) => [state, error?.code])).toEqual(
    refused.map(() => ['failed', 'rpc-unavailable']),
  )
  expect(of(silent).map(({ state, error }) => [state, error?.code])).toEqual(silent.map(() => ['failed', 'timeout']))
  expect(of(silentAfterwards).map(({ state }) => state)).toEqual(silentAfterwards.map(() => 'unknown'))
  expect(of([heldOnce]).map(({ state }) => state)).toEqual(['done'])
  for (const { name, state, error } of rows)
    if (state !== 'done') expect(error?.remedy?.trim() ?? '', `${name}: what to do`).not.toBe('')
  const groups = page.getByRole('region', { name: 'What failed: 10 computers' })
  await expect(groups).toContainText('5 computers: ')
  await expect(groups).toContainText('0x800706BA')
  await expect(groups).toContainText('It is not known whether step 1 took effect')
  await expect(groups).toContainText('Run the failed ones again')
  await batch.button('Failed (10)').click()
  await batch.table.getByRole('button', { name: new RegExp(`^${refused[0]}`, 'i') }).click()
  const steps = page.getByRole('dialog', { name: /^Steps on/ })
  await expect(steps).toContainText('What to do')
  expect(await axeViolations(page), 'one computer').toEqual([])
  await steps.getByRole('button', { name: 'Close' }).click()
  expect(await axeViolations(page), 'results').toEqual([])

  // What an engine died with is done once all the same; that of the engine's call itself never arrived.
  const before = timesCalled(userData, setHostMethod)
  const written = [...before].filter(([host]) => host !== heldOnce)
  expect(written).toHaveLength(80)
  expect(written.filter(([, times]) => times !== 1)).toEqual([])
  expect(before.get(heldOnce)).toBe(2)

  await mendComputers(userData)
  await batch.button('Run the failed 10 again').click()
  await batch.reads('Review what will be done on 10 computers')
  await batch.button('Configure 10 computers').click()
  await batch.reads('Done on 6 of 10 computers')
  const again = await batch.rows()
  expect(again.map(({ name }) => keyOf(name)).toSorted()).toEqual(
    [...refused, ...silent, ...silentAfterwards, ...neverAnswering].toSorted(),
  )
  // A write whose answer was lost was done: it is found, and not done again.
  const skipped = again.filter(({ state }) => state === 'skipped').map(({ name }) => keyOf(name))
  expect(skipped).toEqual(silentAfterwards)
  const after = timesCalled(userData, setHostMethod)
  const changed = [...after].filter(([host, times]) => times !== (before.get(host) ?? 0))
  expect(changed.map(([host]) => host).toSorted()).toEqual([...refused, ...silent].toSorted())
  expect(kit.complaints).toEqual([])
})

test('killed in the middle and resumed by the keyboard alone: every write is done once', async ({
  start,
  userData,
}) => {
  test.setTimeout(300_000)
  const { kit, page, computers, batch } = await withComputers(start, 'dark')
  const { keyboard } = page
  const until = async (name: RegExp, at: RunningKit['page'] = page): Promise<void> => {
    const isThere = () =>
      at.evaluate(
        ([source, flags]) => {
          const { activeElement: element } = document
          const own = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
          const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
          return new RegExp(source ?? '', flags).test(
            [own, ...labels.map((label) => label.textContent)].join(' ').trim(),
          )
        },
        [name.source, name.flags] as const,
      )
    for (let tabs = 0; tabs < 80 && !(await isThere()); tabs += 1) await at.keyboard.press('Tab')
    expect(await isThere(), `the focus on ${name.source}`).toBe(true)
  }
  await computers.table.focus()
  await keyboard.press('Control+a')
  await until(/^Do a task on these 100/)
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /^Configure/ })).toBeFocused()
  await keyboard.press('Enter')
  await batch.reads('100 computers are chosen')
  await until(/^Next/)
  await keyboard.press('Enter')
  await batch.reads('Choose what 100 computers are set to')
  const chosen = (name: RegExp) => page.getByRole('radio', { name })
  await until(/^Leave it as it is/)
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(chosen(/^This host/)).toBeChecked()
  await until(/^KMS host/)
  await keyboard.type(kmsHost)
  await until(/Activate the computer now/)
  await keyboard.press('Space')
  await until(/Try it on the first/)
  await keyboard.press('Space')
  await until(/^Next/)
  await keyboard.press('Enter')
  await batch.reads('Review what will be done on 100 computers')
  await until(/^Configure 100 computers/)
  await breakCalls(userData, ['*'], setHostMethod, { kind: 'slow', milliseconds: 700 })
  await keyboard.press('Enter')
  await expect.poll(() => callsOf(userData, setHostMethod).length, { intervals: [20] }).toBeGreaterThan(30)
  await killKit(kit)
  await mendComputers(userData)
  const atKill = callsOf(userData, setHostMethod).length
  expect(atKill).toBeLessThan(98)

  const next = await start({ page: 'Computers', theme: 'dark' })
  const later = new BatchPage(next.page)
  const card = next.page.getByRole('region', { name: 'Unfinished plans' })
  await expect(card).toContainText('Interrupted')
  expect(callsOf(userData, setHostMethod), 'nothing is written before somebody resumes').toHaveLength(atKill)
  await until(/^Open/, next.page)
  await next.page.keyboard.press('Enter')
  await later.reads('The batch was interrupted')
  expect(await axeViolations(next.page), 'interrupted').toEqual([])
  await until(/^Check and resume/, next.page)
  await next.page.keyboard.press('Enter')
  // One sleeps and one refuses.
  await later.reads('Done on 98 of 100 computers')
  expect((await later.newest()).counts).toMatchObject({ done: 98, failed: 2, skipped: 0, unknown: 0 })
  const times = timesCalled(userData, setHostMethod)
  expect(times.size).toBe(98)
  expect([...times].filter(([, count]) => count !== 1)).toEqual([])
  expect(await axeViolations(next.page), 'results').toEqual([])
  await until(/^Show in the journal/, next.page)
  await next.page.keyboard.press('Enter')
  await later.reads('Journal')
  await next.page
    .getByRole('button', { name: /^Details of: Configure KMS clients/ })
    .first()
    .click()
  await next.page.getByRole('button', { name: 'Open the batch' }).first().click()
  await later.reads('Done on 98 of 100 computers')
})

test('stopped by a failure and resumed; a wrong password is entered again; what spends a MAK is confirmed by number', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const kit = await start({ page: 'Tasks' })
  const { page } = kit
  const batch = new BatchPage(page)
  const computers = new ComputersPage(page)
  await chooseScenario(page, scanned)
  await page.getByRole('navigation').getByRole('button', { name: 'Computers' }).click()
  await page.getByRole('button', { name: 'Add computers' }).click()
  await computers.dialog.getByRole('tab', { name: 'Address range' }).click()
  await computers.dialog.getByRole('textbox', { name: 'Address ranges' }).fill('10.60.0.50-10.60.0.55')
  await computers.dialog.getByRole('button', { name: 'Check the ranges' }).click()
  await computers.add('Add 6 computers')
  const [first] = await listedRows(page)
  const secret = { kind: 'password', value: 'Not-the-password-1' }
  const { ref } = valueOf(await callBridge<{ ref: string }>(page, 'secrets.put', secret))
  const credential = { user: 'WOODGROVE\\admin', password: ref }
  const change = { place: { place: 'lab', scenario: scanned }, ids: [first?.id], change: { credential } }
  valueOf(await callBridge(page, 'computers.change', change))

  await batch.openOnAll(/^Configure as KMS clients/, 6)
  await batch.next.click()
  await batch.useHost(kmsHost)
  await batch.policy('Stop at the first one', null, 1)
  await batch.toReview(6)
  await batch.button('Configure 6 computers').click()
  await batch.reads('The batch was stopped')
  expect((await batch.newest()).counts).toMatchObject({ failed: 1, pending: 5, done: 0 })
  await batch.button('Check and resume').click()
  await batch.reads('Done on 5 of 6 computers')
  await expect(page.getByRole('region', { name: 'What failed: one computer' })).toContainText('password')

  await batch.button('Enter the passwords…').click()
  const passwords = page.getByRole('dialog', { name: 'Enter the passwords again' })
  await expect(passwords).toBeVisible()
  expect(await axeViolations(page), 'passwords').toEqual([])
  await passwords.getByLabel('Password of WOODGROVE\\admin').fill('Rehearsal-Only-1')
  await passwords.getByRole('button', { name: 'Use these passwords' }).click()
  await expect(passwords).toBeHidden()
  await batch.button('Run the failed one again').click()
  await batch.reads('Review what will be done on one computer')
  await batch.button(/^Configure/).click()
  await batch.reads('Done on one computer')

  await batch.button('Close').click()
  await computers.scan()
  await batch.openOnAll(/^Convert/, 6)
  await batch.next.click()
  await page.getByRole('radio', { name: /^KMS client to MAK/ }).check()
  await page.getByRole('textbox', { name: /^MAK/ }).fill('F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNWGV')
  await batch.policy('Stop after several', null, 4)
  await page.getByRole('textbox', { name: 'Failures' }).fill('2')
  await batch.toReview(6)
  await batch.button('Convert 6 computers').click()
  await expect(batch.question).toContainText('Spend up to 6 activations of the MAK?')
  await expect(batch.question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  expect(await axeViolations(page), 'consent').toEqual([])
  await page.keyboard.press('Escape')
  await expect(batch.question).toBeHidden()
  expect((await batch.newest()).wizard, 'nothing was started').toBe('configure-client')
  expect(kit.complaints).toEqual([])
})
