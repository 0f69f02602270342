import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InterruptedPlan } from '../support/interrupted-plan.ts'
import { KmsHostWizard, labHostKey } from '../support/kms-host-wizard.ts'
import { clearFaults, hold, untilHeld, type HeldCall } from '../support/lab-control.ts'
import { killKit } from '../support/running-kit.ts'
import { searchFiles, searchProcesses, spellings } from '../support/secret-search.ts'
import { expect, test } from './launch.ts'

/** Fictional, of the right shape, and known to nobody. */
const canaries = {
  key: 'C2RYB-8DKQ4-WM7TG-H3XPV-J6F9R',
  wrongKey: 'C2RYB-8DKQ4-WM7TG-H3XPW-J6F9R',
  networkPassword: 'Canary-Network-Wq83',
  labPassword: 'Canary-Lab-Zt51',
  resumePassword: 'Canary-Resume-Kv27',
} as const
const admin = { user: 'NORTHWIND\\admin', password: 'Rehearsal-Only-1' }

const built = fileURLToPath(new URL('../../out', import.meta.url))
/** What was built, but not the prefix that the Wine tests leave there. */
const builtFolders = readdirSync(built, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'wine')
  .map(({ name }) => join(built, name))

const expectNowhere = (userData: string, moment: string): void => {
  for (const [name, secret] of Object.entries(canaries)) {
    expect.soft(searchFiles([userData, ...builtFolders], secret), `${name} in files, ${moment}`).toEqual([])
    expect.soft(searchProcesses(secret), `${name} at processes, ${moment}`).toEqual([])
  }
  // The Lab's own key is part of the app, but the user's data must hold as little of it as of any other.
  expect.soft(searchFiles([userData], labHostKey), `the Lab's key in files, ${moment}`).toEqual([])
}

const account = (wizard: KmsHostWizard) => ({
  user: wizard.page.getByRole('textbox', { name: /^User name/ }),
  password: wizard.page.getByRole('textbox', { name: /^Password/ }),
})

test('no secret that was typed is ever on the disk or at a process, through failure, kill, resumption and success', async ({
  start,
  userData,
}) => {
  test.slow()
  const kit = await start()
  const wizard = new KmsHostWizard(kit.page)
  await wizard.open()

  await wizard.page.getByRole('radio', { name: 'A computer on the network' }).check()
  await wizard.page.getByRole('textbox', { name: 'Computer name or address' }).fill('no-such-host.invalid')
  await account(wizard).user.fill('EXAMPLE\\admin')
  await account(wizard).password.fill(canaries.networkPassword)
  await wizard.next.click()
  await expect(wizard.page.getByRole('alert')).toContainText('cannot be set up yet')

  await wizard.page.getByRole('radio', { name: 'A computer in the Lab' }).check()
  await wizard.chooseLabComputer('KMS01')
  await account(wizard).user.fill(admin.user)
  await account(wizard).password.fill(canaries.labPassword)
  await wizard.next.click()
  await expect(wizard.page.getByRole('list', { name: 'Connection test' })).toContainText('0x8007052E')
  await account(wizard).password.fill(admin.password)

  await wizard.toHostKey()
  await wizard.toReview(canaries.key)
  expectNowhere(userData, 'while the plan is reviewed')
  const held: HeldCall = { method: 'InstallProductKey', applied: false }
  await wizard.openWarning('KMS01')
  await expect(wizard.warning.getByRole('progressbar')).toHaveCount(0)
  await hold(userData, held)
  await wizard.consent()
  await untilHeld(userData, held)
  expect(existsSync(join(userData, 'journal.sqlite-wal'))).toBe(true)
  expectNowhere(userData, 'while the key is being installed')
  await killKit(kit)
  await clearFaults(userData)
  expectNowhere(userData, 'after the kill')

  const next = await start()
  const plan = new InterruptedPlan(next.page)
  await plan.openFromHome()
  await plan.keyField.fill(canaries.wrongKey)
  await plan.passwordField.fill(canaries.resumePassword)
  await plan.resume()
  await expect(
    next.page.getByRole('alert').filter({ hasText: 'This is not what the plan was made with' }),
  ).toBeVisible()
  await plan.keyField.fill(canaries.key)
  await plan.resume()
  await expect(next.page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  expectNowhere(userData, 'after a wrong password')
  await expect(next.page.locator('main')).not.toContainText(canaries.key)
  await killKit(next)

  const third = await start()
  const again = new InterruptedPlan(third.page)
  await again.openFromHome()
  await again.keyField.fill(canaries.key)
  await again.passwordField.fill(admin.password)
  await again.resume()
  await expect(third.page.getByRole('heading', { name: 'KMS01 was not fully set up' })).toBeVisible()
  await expect(third.page.locator('main')).not.toContainText(canaries.key)
  expectNowhere(userData, 'after the refusal of the key')

  await third.page.getByRole('button', { name: 'Tasks' }).click()
  const second = new KmsHostWizard(third.page)
  await second.walkToWarning()
  await second.consent()
  await second.succeeded()
  expectNowhere(userData, 'after success')
  await killKit(third)
  expectNowhere(userData, 'after the last kill')
  expect(
    readFileSync(join(userData, 'journal.sqlite-wal')).includes('J6F9R'),
    'the journal names the key by its end',
  ).toBe(true)
})

test('texts of errors reach the log masked, keys by shape and passwords by value', async ({
  kit,
  wizard,
  userData,
}) => {
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await account(wizard).user.fill(admin.user)
  await account(wizard).password.fill(canaries.labPassword)
  await wizard.next.click()
  await expect(wizard.page.getByRole('list', { name: 'Connection test' })).toContainText('0x8007052E')
  await kit.app.evaluate(
    (_, text) => {
      setTimeout(() => void Promise.reject(new Error(text)))
    },
    `WMI said: ${canaries.key} with ${canaries.labPassword}, ${canaries.key.replaceAll('-', '')}`,
  )

  const logs = join(userData, 'logs')
  const log = (): string =>
    existsSync(logs)
      ? readdirSync(logs)
          .map((name) => readFileSync(join(logs, name), 'utf8'))
          .join('')
      : ''
  const masked = 'XXXXX-XXXXX-XXXXX-XXXXX-J6F9R'
  await expect.poll(log).toContain(`WMI said: ${masked} with *****, ${masked}`)
  expectNowhere(userData, 'after an error that quoted them')
})

const planted = 'P7KDM-4XQ2G-V9BHT-CJ83R-WY6FD'

const withChild = async (
  argument: string,
  env: NodeJS.ProcessEnv,
  look: (child: ChildProcess) => void,
): Promise<void> => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1e9)', argument], { env })
  try {
    await once(child.stdout, 'data')
    look(child)
  } finally {
    child.kill('SIGKILL')
  }
}

test('the search finds what was planted: in a file, in a name, at a process, in every spelling', async ({
  userData,
}) => {
  expect(searchFiles([userData], planted)).toEqual([])
  const deep = join(userData, 'lab', 'first-host')
  mkdirSync(deep, { recursive: true })
  const all = spellings(planted)
  expect(all.size).toBe(8)
  for (const [spelling, bytes] of all) {
    const path = join(deep, 'calls.bin')
    // An odd offset, as text has it inside a database page.
    writeFileSync(path, Buffer.concat([Buffer.alloc(4097, 0x61), bytes, Buffer.alloc(31, 0x62)]))
    expect(searchFiles([userData], planted)).toEqual([{ place: path, spelling }])
    rmSync(path)
  }
  const named = join(userData, `${planted}.txt`)
  writeFileSync(named, '')
  expect(searchFiles([userData], planted).map(({ place }) => place)).toEqual([`name of ${named}`])

  expect(searchProcesses(planted)).toEqual([])
  for (const text of [planted, planted.replaceAll('-', ''), planted.toLowerCase()]) {
    await withChild(text, {}, ({ pid }) =>
      expect(searchProcesses(planted).map(({ place }) => place)).toEqual([`/proc/${pid}/cmdline`]),
    )
    await withChild('nothing', { KEY: text }, ({ pid }) =>
      expect(searchProcesses(planted).map(({ place }) => place)).toEqual([`/proc/${pid}/environ`]),
    )
  }
})
