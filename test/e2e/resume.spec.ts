import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { InterruptedPlan } from '../support/interrupted-plan.ts'
import { KmsHostWizard, labHostKey } from '../support/kms-host-wizard.ts'
import { clearFaults, hold, setFault, untilHeld, type HeldCall } from '../support/lab-control.ts'
import { eachWriteOnce, readLabCalls, writingCalls, writesOn } from '../support/lab-log.ts'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { killKit, type RunningKit } from '../support/running-kit.ts'
import { expect, test } from './launch.ts'

const writes = (userData: string): readonly string[] => writesOn(readLabCalls(userData), 'KMS01')

/** Starts the plan, kills main with SIGKILL while the call hangs, and mends the Lab. */
const killInside = async (kit: RunningKit, userData: string, held: HeldCall): Promise<void> => {
  const wizard = new KmsHostWizard(kit.page)
  await wizard.walkToWarning()
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  await hold(userData, held)
  await wizard.consent()
  await untilHeld(userData, held)
  await killKit(kit)
  await clearFaults(userData)
}

/** On Home of the new life: one interrupted plan, so far done, with the step of the kill marked. */
const expectInterruptedAt = async (kit: RunningKit, step: number): Promise<InterruptedPlan> => {
  const plan = new InterruptedPlan(kit.page)
  await expect(plan.card).toContainText('Interrupted')
  await expect(plan.card).toContainText(`${step - 1} of 7 steps done`)
  const [view, ...others] = valueOf(await callBridge<readonly PlanView[]>(kit.page, 'plans.unfinished'))
  expect(others).toEqual([])
  expect(view?.steps.map(({ state }) => state)).toEqual(
    Array.from({ length: 7 }, (_, index) => (index < step - 1 ? 'done' : index === step - 1 ? 'unknown' : 'pending')),
  )
  return plan
}

const isAskedForKeyUntil = 2

const inside: readonly { readonly step: number; readonly what: string; readonly held: HeldCall }[] = [
  { step: 1, what: 'the first reading', held: { className: 'SoftwareLicensingService' } },
  { step: 2, what: 'the installation of the key', held: { method: 'InstallProductKey', applied: true } },
  { step: 2, what: 'the writing of the marker', held: { method: 'SetStringValue', applied: true } },
  { step: 4, what: 'the activation', held: { method: 'Activate', applied: true } },
  { step: 5, what: 'the opening of the firewall', held: { method: 'Create', applied: true } },
  { step: 6, what: 'the stop of the service', held: { method: 'StopService', applied: true } },
  { step: 6, what: 'the start of the service', held: { method: 'StartService', applied: true } },
  { step: 7, what: 'the verification', held: { className: 'Win32_NTLogEvent' } },
]

for (const { step, what, held } of inside) {
  test(`killed in step ${step}, inside ${what}: resumes, and every write is done once`, async ({ start, userData }) => {
    await killInside(await start(), userData, held)
    const before = writes(userData)
    const next = await start()
    const plan = await expectInterruptedAt(next, step)
    expect(writes(userData), 'nothing is written before somebody resumes').toEqual(before)
    await plan.openFromHome()
    if (step <= isAskedForKeyUntil) {
      await expect(plan.heading).toBeVisible()
      await expect(plan.step(step)).toContainText('Outcome unknown')
      await plan.keyField.fill(labHostKey)
      await plan.resume()
    }
    await new KmsHostWizard(next.page).succeeded()
    expect(writes(userData)).toEqual(eachWriteOnce)
    expect(next.complaints).toEqual([])
  })
}

test('killed between two steps, after the installation: step 3 is marked and nothing is installed again', async ({
  start,
  userData,
}) => {
  const kit = await start()
  const wizard = new KmsHostWizard(kit.page)
  await wizard.walkToWarning()
  // The markers are the last that step 2 writes; while they are written, the way into step 3 is closed.
  await setFault(userData, {
    host: 'KMS01',
    operation: 'call',
    method: 'SetStringValue',
    effect: { kind: 'slow', milliseconds: 1500 },
  })
  await wizard.consent()
  await expect.poll(() => writes(userData), { intervals: [20] }).toContain('SetStringValue native')
  const held = { className: 'SoftwareLicensingProduct' }
  await hold(userData, held)
  await untilHeld(userData, held)
  await killKit(kit)
  await clearFaults(userData)

  const next = await start()
  const plan = await expectInterruptedAt(next, 3)
  await plan.openFromHome()
  await new KmsHostWizard(next.page).succeeded()
  expect(writes(userData)).toEqual(eachWriteOnce)
})

test('killed while the key was on its way and never arrived: it is found missing and sent again', async ({
  start,
  userData,
}) => {
  await killInside(await start(), userData, { method: 'InstallProductKey', applied: false })
  const next = await start()
  const plan = await expectInterruptedAt(next, 2)
  await plan.openFromHome()
  await plan.keyField.fill(labHostKey)
  await plan.resume()
  await new KmsHostWizard(next.page).succeeded()
  const calls = writingCalls(readLabCalls(userData), 'KMS01')
  expect(calls.filter(({ unanswered }) => unanswered).map(({ method }) => method)).toEqual(['InstallProductKey'])
  const answered = calls.filter(({ unanswered }) => !unanswered)
  expect(writesOn(answered, 'KMS01')).toEqual(eachWriteOnce)
})

test('killed at the warning, before the consent: nothing was begun and nothing waits', async ({ start, userData }) => {
  const kit = await start()
  await new KmsHostWizard(kit.page).walkToWarning()
  await killKit(kit)
  const next = await start()
  await expect(next.page.getByRole('region', { name: 'Practise in the Lab' })).toBeVisible()
  expect(valueOf(await callBridge(next.page, 'plans.unfinished'))).toEqual([])
  await expect(next.page.getByRole('region', { name: 'Unfinished plans' })).toHaveCount(0)
  expect(writes(userData)).toEqual([])
})

test('killed after the end: nothing waits and nothing is done again', async ({ start, userData }) => {
  const kit = await start()
  const wizard = new KmsHostWizard(kit.page)
  await wizard.walkToWarning()
  await wizard.consent()
  await wizard.succeeded()
  await killKit(kit)
  const next = await start()
  expect(valueOf(await callBridge(next.page, 'plans.unfinished'))).toEqual([])
  expect(writes(userData)).toEqual(eachWriteOnce)
})

test('killed twice: the resumed plan is killed again, and the second resumption ends it', async ({
  start,
  userData,
}) => {
  // Three lives of the app in one test.
  test.slow()
  await killInside(await start(), userData, { method: 'InstallProductKey', applied: true })
  const second = await start()
  const held: HeldCall = { method: 'StopService', applied: true }
  await hold(userData, held)
  const plan = await expectInterruptedAt(second, 2)
  await plan.openFromHome()
  await plan.keyField.fill(labHostKey)
  await plan.resume()
  await untilHeld(userData, held)
  await killKit(second)
  await clearFaults(userData)
  const third = await start()
  await (await expectInterruptedAt(third, 6)).openFromHome()
  await new KmsHostWizard(third.page).succeeded()
  expect(writes(userData)).toEqual(eachWriteOnce)
})

test('a wrong key is refused by name, the right one is taken in any spelling', async ({ start, userData }) => {
  await killInside(await start(), userData, { method: 'InstallProductKey', applied: true })
  const next = await start()
  const plan = await expectInterruptedAt(next, 2)
  await plan.openFromHome()

  await plan.resume()
  await expect(plan.page.getByText('Type this again: the KMS host key.')).toBeVisible()
  await expect(plan.keyField).toHaveAttribute('aria-invalid', 'true')

  await plan.keyField.fill('F4K3Y-F4K3Y-F4K3Y-F4K3X-H8RTB')
  await plan.resume()
  const refusal = plan.page.getByRole('alert').filter({ hasText: 'This is not what the plan was made with' })
  await expect(refusal).toContainText('the KMS host key ending in H8RTB')
  await expect(refusal).toContainText('Enter the same one again, or discard this plan')
  await refusal.getByRole('button', { name: 'Show details' }).click()
  await expect(refusal).toContainText('secret-mismatch')
  await expect(plan.step(2)).toContainText('Outcome unknown')
  expect(writes(userData)).toEqual(['InstallProductKey'])

  await plan.keyField.fill(labHostKey.toLowerCase().replaceAll('-', ''))
  await plan.resume()
  await new KmsHostWizard(next.page).succeeded()
  expect(writes(userData)).toEqual(eachWriteOnce)
})
