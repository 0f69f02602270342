import type { Locator } from '@playwright/test'
import type { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { labHostKey } from '../support/kms-host-wizard.ts'
import { setFault } from '../support/lab-control.ts'
import { readLabCalls, writesIn } from '../support/lab-log.ts'
import { expect, test } from './launch.ts'

const clerk = { user: 'NORTHWIND\\clerk', password: 'Rehearsal-Only-2' }
const admin = { user: 'NORTHWIND\\admin', password: 'Rehearsal-Only-1' }

const fields = (wizard: KmsHostWizard) => ({
  user: wizard.page.getByRole('textbox', { name: /^User name/ }),
  password: wizard.page.getByRole('textbox', { name: /^Password/ }),
  host: wizard.page.getByRole('textbox', { name: 'Computer name or address' }),
})

const type = async (wizard: KmsHostWizard, account: { readonly user: string; readonly password: string }) => {
  await fields(wizard).user.fill(account.user)
  await fields(wizard).password.fill(account.password)
}

const links = (wizard: KmsHostWizard): Locator =>
  wizard.page.getByRole('list', { name: 'Connection test' }).getByRole('listitem')

/** Exactly one link failed, as named, and every link behind it was left alone; the wizard has not gone on. */
const expectFailedLink = async (wizard: KmsHostWizard, host: string, number: number, says: RegExp, remedy: RegExp) => {
  await expect(wizard.page.getByRole('alert')).toContainText(`${host} cannot be set up yet`)
  const failed = links(wizard).filter({ hasText: 'Problem:' })
  await expect(failed).toHaveCount(1)
  await expect(links(wizard).nth(number)).toContainText('Problem:')
  await expect(failed).toContainText(says)
  await expect(failed).toContainText(remedy)
  const count = await links(wizard).count()
  expect(count).toBe(5)
  for (let index = 0; index < count; index += 1)
    if (index !== number)
      await expect(links(wizard).nth(index)).toContainText(index < number ? 'In order:' : 'Not checked:')
  await expect(wizard.heading).toHaveText('Choose the computer that becomes the KMS host')
}

const name = 0
const port = 1
const wmi = 2
const system = 3

test('a computer that denies access: the link to WMI is named', async ({ wizard, userData }) => {
  await wizard.open()
  await wizard.chooseLabComputer('PC03')
  await wizard.next.click()
  await expectFailedLink(wizard, 'PC03', wmi, /Access is denied|denied/i, /administrator/i)
  await expect(links(wizard).nth(wmi)).toContainText('0x80070005')
  expect(writesIn(readLabCalls(userData))).toEqual([])
})

test('a computer that is asleep: its port is named, and it is said that it may be off', async ({ wizard }) => {
  await wizard.open()
  await wizard.chooseLabComputer('PC04')
  await wizard.next.click()
  await expectFailedLink(
    wizard,
    'PC04',
    port,
    /does not answer on port 135: it is off, asleep/,
    /Switch the computer on/,
  )
})

/** A name with a part of more than 63 characters: no name server need be asked to know that nobody has it. */
const nobody = `no-such-host-${'x'.repeat(60)}`

test('a name that nobody knows on the network: the name is the failing link, and what was typed stays', async ({
  wizard,
}) => {
  await wizard.open()
  await wizard.page.getByRole('radio', { name: 'A computer on the network' }).check()
  await fields(wizard).host.fill(nobody)
  await type(wizard, clerk)
  await wizard.next.click()
  await expectFailedLink(wizard, nobody, name, /no-such-host-x+ was not found/, /spelling/)
  await expect(fields(wizard).host).toHaveValue(nobody)
  await expect(fields(wizard).user).toHaveValue(clerk.user)
  await expect(fields(wizard).password).toHaveValue(clerk.password)
})

test('a wrong password: it is named, never shown, and mended in place', async ({ wizard }) => {
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await type(wizard, { ...admin, password: 'Rehearsal-Wrong-7' })
  await wizard.next.click()
  await expectFailedLink(wizard, 'KMS01', wmi, /password/i, /DOMAIN|again/i)
  await expect(links(wizard).nth(wmi)).toContainText('0x8007052E')
  await expect(wizard.page.locator('main')).not.toContainText('Rehearsal-Wrong-7')
  await expect(fields(wizard).user).toHaveValue(admin.user)
  await fields(wizard).password.fill(admin.password)
  await wizard.toHostKey()
})

test('an account without rights there, and one that does not exist, are denied', async ({ wizard }) => {
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  for (const account of [clerk, { user: 'NORTHWIND\\nobody', password: 'whatever it is' }]) {
    await type(wizard, account)
    await wizard.next.click()
    await expectFailedLink(wizard, 'KMS01', wmi, /denied/i, /administrator/i)
  }
})

test('a computer whose WMI answers but whose system cannot be read: that link is named', async ({
  wizard,
  userData,
}) => {
  await wizard.open()
  await setFault(userData, {
    host: 'KMS01',
    operation: 'query',
    className: 'Win32_OperatingSystem',
    effect: { kind: 'access-denied' },
  })
  await wizard.chooseLabComputer('KMS01')
  await wizard.next.click()
  await expectFailedLink(wizard, 'KMS01', system, /denied/i, /administrator/i)
})

test('a host that fails between test and plan: the review says so and cannot be committed', async ({
  wizard,
  userData,
}) => {
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
  await setFault(userData, { host: 'KMS01', operation: 'connect', effect: { kind: 'refuse' } })
  await wizard.toReview()
  await expect(wizard.page.getByText('The plan cannot run as it is.')).toBeVisible()
  await wizard.openWarning('KMS01')
  await wizard.warning.getByRole('button', { name: 'Make KMS01 a KMS host' }).click()
  const refusal = wizard.page.getByRole('alert').filter({ hasText: 'The plan was not started' })
  await expect(refusal).toContainText('This plan cannot be carried out')
  expect(writesIn(readLabCalls(userData))).toEqual([])
})

test('what was typed is kept on every way back and forth, whatever failed in between', async ({ wizard }) => {
  const { user, password, host } = fields(wizard)
  await wizard.open()
  await wizard.chooseLabComputer('PC04')
  await type(wizard, admin)
  await wizard.next.click()
  await expectFailedLink(wizard, 'PC04', port, /asleep/, /Switch/)

  // Another place and back again: each place keeps its own.
  await wizard.page.getByRole('radio', { name: 'A computer on the network' }).check()
  await host.fill('kms01.example.test')
  await wizard.page.getByRole('radio', { name: 'A computer in the Lab' }).check()
  await expect(wizard.page.getByRole('radio', { name: /^PC04\b/ })).toBeChecked()
  await expect(user).toHaveValue(admin.user)
  await expect(password).toHaveValue(admin.password)

  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
  await wizard.toOptions(labHostKey)
  await wizard.page.getByRole('checkbox', { name: /Let KMS traffic through/ }).uncheck()
  await wizard.back.click()
  await wizard.back.click()
  await expect(wizard.page.getByRole('radio', { name: /^KMS01\b/ })).toBeChecked()
  await expect(user).toHaveValue(admin.user)
  await expect(password).toHaveValue(admin.password)
  await wizard.toHostKey()
  await expect(wizard.keyField).toHaveValue(labHostKey)
  await wizard.toOptions(labHostKey)
  await expect(wizard.page.getByRole('checkbox', { name: /Let KMS traffic through/ })).not.toBeChecked()
  await wizard.fromOptionsToReview()
  await wizard.back.click()
  await wizard.back.click()
  await expect(wizard.keyField).toHaveValue(labHostKey)
  await wizard.back.click()
  await wizard.page.getByRole('radio', { name: 'A computer on the network' }).check()
  await expect(host).toHaveValue('kms01.example.test')
})
