import { InterruptedPlan } from '../support/interrupted-plan.ts'
import type { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { enginePids, passDeadlines, rememberDeadlines, untilGone } from '../support/engine-processes.ts'
import { clearFaults, hold, untilHeld, type HeldCall } from '../support/lab-control.ts'
import { eachWriteOnce, readLabCalls, writingCalls, writesOn } from '../support/lab-log.ts'
import { killKit } from '../support/running-kit.ts'
import { expect, test } from './launch.ts'

const install: HeldCall = { method: 'InstallProductKey', applied: true }

/** Walks to the running plan and waits until its engine hangs in the call. Returns the engine's pid. */
const runUntilHeld = async (wizard: KmsHostWizard, userData: string, held: HeldCall): Promise<number> => {
  await wizard.walkToWarning()
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  await hold(userData, held)
  await wizard.consent()
  return untilHeld(userData, held)
}

/** The page says that the step is unknown and why; the rest of the app works. */
const expectUnknown = async (wizard: KmsHostWizard, step: number, why: RegExp): Promise<InterruptedPlan> => {
  const { page } = wizard
  const plan = new InterruptedPlan(page)
  await expect(plan.heading).toBeVisible()
  await expect(plan.step(step)).toContainText('Outcome unknown')
  await expect(plan.step(step + 1)).toContainText('Not started')
  const error = page.getByRole('alert').filter({ hasText: why })
  await expect(error).toContainText(`It is not known whether step ${step} took effect`)
  await expect(error).toContainText('Choose "Check and resume"')

  await page.getByRole('button', { name: 'Close' }).click()
  await expect(plan.card).toContainText('Interrupted')
  await page.getByRole('button', { name: 'Journal' }).click()
  await expect(page.getByRole('table')).toContainText('Outcome unknown')
  await page.getByRole('button', { name: 'Tasks' }).click()
  return plan
}

const died = /The engine that talks to Windows ended in the middle of its work/
const silent = /No answer came within \d+ seconds/

for (const { step, held } of [
  { step: 2, held: install },
  { step: 5, held: { method: 'Create', applied: true } },
  { step: 6, held: { method: 'StopService', applied: true } },
] satisfies readonly { step: number; held: HeldCall }[]) {
  test(`an engine killed inside ${held.method}: step ${step} is unknown, the app lives, every write is done once`, async ({
    kit,
    wizard,
    userData,
  }) => {
    const engine = await runUntilHeld(wizard, userData, held)
    expect(enginePids(kit.pid)).toContain(engine)
    process.kill(engine, 'SIGKILL')
    const plan = await expectUnknown(wizard, step, died)
    await clearFaults(userData)
    await plan.openFromHome()
    await wizard.succeeded()
    expect(writesOn(readLabCalls(userData), 'KMS01')).toEqual(eachWriteOnce)
  })
}

test('an engine killed before the activation arrived: it is found missing and done once', async ({
  wizard,
  userData,
}) => {
  const held: HeldCall = { method: 'Activate', applied: false }
  process.kill(await runUntilHeld(wizard, userData, held), 'SIGKILL')
  const plan = await expectUnknown(wizard, 4, died)
  await clearFaults(userData)
  await plan.openFromHome()
  await wizard.succeeded()
  const calls = writingCalls(readLabCalls(userData), 'KMS01')
  expect(calls.filter(({ unanswered }) => unanswered).map(({ method }) => method)).toEqual(['Activate'])
  const answered = calls.filter(({ unanswered }) => !unanswered)
  expect(writesOn(answered, 'KMS01')).toEqual(eachWriteOnce)
})

test('a call that is never answered: its engine alone is ended, the step is unknown, every write is done once', async ({
  kit,
  wizard,
  userData,
}) => {
  await rememberDeadlines(kit.app)
  const engine = await runUntilHeld(wizard, userData, install)
  const others = enginePids(kit.pid).filter((pid) => pid !== engine)
  expect(others).not.toEqual([])
  await passDeadlines(kit.app)
  const plan = await expectUnknown(wizard, 2, silent)
  await untilGone(kit.pid, engine)
  expect(enginePids(kit.pid)).toEqual(expect.arrayContaining([...others]))
  await clearFaults(userData)
  await plan.openFromHome()
  await wizard.succeeded()
  expect(writesOn(readLabCalls(userData), 'KMS01')).toEqual(eachWriteOnce)
})

test('an engine that is frozen whole is ended at the deadline of its step', async ({ kit, wizard, userData }) => {
  await rememberDeadlines(kit.app)
  const engine = await runUntilHeld(wizard, userData, { method: 'StartService', applied: true })
  process.kill(engine, 'SIGSTOP')
  await passDeadlines(kit.app)
  const plan = await expectUnknown(wizard, 6, silent)
  // Windows ends a process at once; here the signal that the app sent waits until the frozen one moves again.
  process.kill(engine, 'SIGCONT')
  await untilGone(kit.pid, engine)
  await clearFaults(userData)
  await plan.openFromHome()
  await wizard.succeeded()
  expect(writesOn(readLabCalls(userData), 'KMS01')).toEqual(eachWriteOnce)
})

test('while a step hangs, other computers can be looked at', async ({ kit, wizard, userData }) => {
  const { page } = wizard
  await runUntilHeld(wizard, userData, install)
  await page.getByRole('button', { name: 'Tasks' }).click()
  await expect(new InterruptedPlan(page).card).toContainText('Running')
  await wizard.open()
  await wizard.chooseLabComputer('DC01')
  await wizard.toHostKey()
  await expect(page.getByText('The key now installed ends in')).toBeVisible()
  // An app with a running plan asks before it closes.
  await killKit(kit)
})

test('the engine of reads killed during a connection test: the link is named, and the next test works', async ({
  kit,
  wizard,
  userData,
}) => {
  const { page } = wizard
  const held: HeldCall = { className: 'Win32_OperatingSystem' }
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await hold(userData, held)
  await page.getByRole('button', { name: 'Test the connection' }).click()
  const engine = await untilHeld(userData, held)
  expect(enginePids(kit.pid)).toContain(engine)
  process.kill(engine, 'SIGKILL')
  await expect(page.getByRole('alert')).toContainText('KMS01 cannot be set up yet')
  const links = page.getByRole('list', { name: 'Connection test' })
  const problem = links.getByRole('listitem').filter({ hasText: died })
  await expect(problem).toHaveCount(1)
  await expect(problem).toContainText('the app starts the engine anew')

  await clearFaults(userData)
  await page.getByRole('button', { name: 'Test again' }).click()
  await expect(page.getByRole('alert')).toContainText('can be set up from here')
  await wizard.toHostKey()
})

test('engines that die while nothing is under way are replaced unseen', async ({ kit, wizard, userData }) => {
  await wizard.walkToWarning()
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  const old = enginePids(kit.pid)
  expect(old).not.toEqual([])
  for (const pid of old) process.kill(pid, 'SIGKILL')
  for (const pid of old) await untilGone(kit.pid, pid)
  await wizard.consent()
  await wizard.succeeded()
  expect(writesOn(readLabCalls(userData), 'KMS01')).toEqual(eachWriteOnce)
})
