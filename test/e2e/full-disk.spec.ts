import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { InterruptedPlan } from '../support/interrupted-plan.ts'
import { labHostKey } from '../support/kms-host-wizard.ts'
import { setFault } from '../support/lab-control.ts'
import { eachWriteOnce, readLabCalls, writesOn } from '../support/lab-log.ts'
import { fillDisk, freeDisk, mountSmallDisk, unmountSmallDisk } from '../support/small-disk.ts'
import { expect, test as base } from './launch.ts'

/**
 * The user-data folder on a small disk of its own. Where nobody may mount, these tests are skipped; what the store and
 * the runner do on a full disk is proved in test/unit/plans/interruptions.test.ts in any case.
 */
const test = base.extend({
  userData: async ({ userData }, use) => {
    test.skip(!mountSmallDisk(userData, 12), 'a disk can be mounted by root on Linux alone')
    // The simulated computers have a disk of their own, as real ones do.
    const lab = join(userData, 'lab')
    mkdirSync(lab)
    mountSmallDisk(lab, 12)
    await use(userData)
    for (const disk of [lab, userData]) unmountSmallDisk(disk)
  },
})

const writes = (userData: string): readonly string[] => writesOn(readLabCalls(userData), 'KMS01')
const full = 'The journal could not be written: the disk is full'
const room = 'Free some space on the disk that holds the journal'

test('a disk that is full at the commit: nothing runs, the page says so, the plan is kept and starts later', async ({
  wizard,
  userData,
}) => {
  await wizard.walkToWarning()
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  fillDisk(userData)
  await wizard.warning.getByRole('button', { name: 'Make KMS01 a KMS host' }).click()
  const refusal = wizard.page.getByRole('alert').filter({ hasText: 'The plan was not started' })
  await expect(refusal).toContainText(full)
  await expect(refusal).toContainText(room)
  expect(writes(userData)).toEqual([])
  await expect(wizard.heading).toHaveText('Review what will be done')
  await wizard.back.click()
  await wizard.back.click()
  await expect(wizard.keyField).toHaveValue(labHostKey)
  await wizard.toReview(labHostKey)

  freeDisk(userData)
  await wizard.openWarning('KMS01')
  await wizard.consent()
  await wizard.succeeded()
  expect(writes(userData)).toEqual(eachWriteOnce)
})

test('a disk that fills up during a step: no later step begins, and after making room the plan ends with each write once', async ({
  kit,
  wizard,
  userData,
}) => {
  await wizard.walkToWarning()
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  await setFault(userData, {
    host: 'KMS01',
    operation: 'call',
    method: 'StopService',
    effect: { kind: 'slow', milliseconds: 3000 },
  })
  await wizard.consent()
  await expect.poll(() => writes(userData), { intervals: [20] }).toContain('StopService')
  fillDisk(userData)
  const plan = new InterruptedPlan(kit.page)
  await expect(plan.heading).toBeVisible()
  const error = kit.page.getByRole('alert').filter({ hasText: full })
  await expect(error).toContainText(room)
  await expect(plan.step(6)).toContainText('Outcome unknown')
  await expect(plan.step(7)).toContainText('Not started')

  freeDisk(userData)
  await plan.resume()
  await wizard.succeeded()
  expect(writes(userData)).toEqual(eachWriteOnce)
})
