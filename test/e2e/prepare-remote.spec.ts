import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeViolations } from '../support/axe-violations.ts'
import { readLabCalls } from '../support/lab-log.ts'
import { PrepareRemotePage } from '../support/prepare-remote-page.ts'
import { expect, test } from './launch.ts'

const broken = [
  { host: 'ASLEEP01', account: null, at: 'TCP port 135', says: 'off, asleep, or a firewall is in between' },
  {
    host: 'NOWMI01',
    account: null,
    at: 'TCP port 135',
    says: 'allow Windows Management Instrumentation in its firewall',
  },
  {
    host: 'HOME01',
    account: 'HOME01\\owner',
    at: 'the filter of User Account Control',
    says: 'set LocalAccountTokenFilterPolicy to 1 there',
  },
  { host: 'MAK01', account: 'CONTOSO\\clerk', at: 'the account', says: 'local Administrators group' },
] as const

for (const { host, account, at, says } of broken)
  test(`the way to ${host} breaks at ${at}, with the remedy, and nothing behind it is tried`, async ({
    kit: { page },
  }) => {
    const remote = new PrepareRemotePage(page)
    await remote.open('contoso-2009')
    await remote.choose(host)
    if (account !== null) await remote.useAccount(account)
    await remote.test()
    await expect(page.getByRole('alert')).toContainText(
      `${host} cannot be managed from here yet: the way breaks at ${at}`,
    )
    const problem = remote.links.filter({ hasText: 'Problem:' })
    await expect(problem).toHaveCount(1)
    await expect(problem).toContainText(says)
    const texts = await remote.links.allTextContents()
    const index = texts.findIndex((text) => text.startsWith('Problem:'))
    expect(texts).toHaveLength(9)
    expect(texts.slice(index + 1).every((text) => text.startsWith('Not checked:'))).toBe(true)
    expect(await axeViolations(page)).toEqual([])
  })

test('a computer that cannot be reached gets a script: what each line does, checked subnets, saved as a file', async ({
  kit: { app, page },
  userData,
}) => {
  const remote = new PrepareRemotePage(page)
  await remote.open('contoso-2009')
  await remote.choose('NOWMI01')
  await remote.test()
  await remote.toChanges('NOWMI01')
  await expect(remote.scriptParts.filter({ hasText: 'Let WMI through the firewall' })).toContainText(
    'set rule group="@FirewallAPI.dll,-34251" new enable=yes',
  )
  await remote.chooseOwnRules()
  await remote.subnets.fill('10.30.2.7/16')
  await expect(page.getByText('does not begin where its subnet begins. Write 10.30.0.0/16.')).toBeVisible()
  await expect(page.getByText('The script appears here once every choice above can be used.')).toBeVisible()
  await remote.subnets.fill('10.30.0.0/16')
  await page.getByRole('checkbox', { name: /^Let local administrators keep/ }).check()
  await expect(remote.scriptParts.filter({ hasText: 'LocalAccountTokenFilterPolicy' }).first()).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  await remote.next.click()
  await expect(page.getByRole('alert')).toContainText('Save the script, run it there, then go back and test again.')
  await expect(remote.saveScript).toBeFocused()
  const saved = join(userData, 'prepare-remote.cmd')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, saved)
  await remote.saveScript.click()
  await expect(page.getByText('Saved.', { exact: true }).first()).toBeVisible()
  const script = readFileSync(saved, 'latin1')
  expect(script.startsWith('@echo off\r\n')).toBe(true)
  expect(script).toContain('remoteip=10.30.0.0/16')
  expect(script).toContain('/v LocalAccountTokenFilterPolicy /t REG_DWORD /d 1 /f')
})

test('Back keeps what was chosen', async ({ kit: { page } }) => {
  const remote = new PrepareRemotePage(page)
  await remote.open('contoso-2009')
  await remote.choose('MAK01')
  await remote.test()
  await remote.toChanges('MAK01')
  await remote.chooseOwnRules()
  await remote.subnets.fill('10.30.0.0/16')
  await remote.back.click()
  await remote.toChanges('MAK01')
  await expect(remote.subnets).toHaveValue('10.30.0.0/16')
})

for (const { scenario, host } of [
  { scenario: 'contoso-2009', host: 'MAK01' },
  { scenario: 'fabrikam-2025', host: 'FIXED01' },
])
  test(`a computer of ${scenario} gets rules for several subnets, and main refuses what the firewall would not take`, async ({
    kit: { page },
    userData,
  }) => {
    const remote = new PrepareRemotePage(page)
    await remote.open(scenario)
    await remote.choose(host)
    await remote.test()
    await expect(page.getByRole('alert')).toContainText(`${host} can be managed from here: every link holds.`)
    await remote.toChanges(host)
    await expect(page.getByRole('checkbox', { name: /^Let local administrators keep/ })).toBeDisabled()
    await remote.chooseOwnRules()
    await remote.next.click()
    await expect(
      page.getByText('No subnet is listed. Add the subnet from which you manage computers.').first(),
    ).toBeVisible()
    await remote.subnets.fill('10.30.0.0/16\n10.40.0.0/16')
    await remote.toReview()
    expect(await axeViolations(page)).toEqual([])
    await remote.commit(`Prepare ${host}`, `${host}: Done`)
    const rules = readLabCalls(userData, scenario)
      .filter(({ method }) => method === 'Create')
      .map(({ args }) => String(args?.['CommandLine']))
    expect(rules).toHaveLength(3)
    expect(rules.every((line) => line.includes('profile=domain,private remoteip=10.30.0.0/16,10.40.0.0/16'))).toBe(true)
  })

test('a workgroup computer lets its local administrators in, from the keyboard alone; the way holds afterwards', async ({
  kit: { page },
}) => {
  const remote = new PrepareRemotePage(page)
  await remote.open('contoso-2009')
  await remote.choose('HOME01')
  await remote.useAccount('HOME01\\Administrator')
  await remote.next.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Choose what is changed on HOME01' }).waitFor()
  await page.getByRole('checkbox', { name: /^Let local administrators keep/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(remote.heading).toHaveText('Review what will be done')
  await expect(page.getByText('One password on many computers opens all of them.')).toBeVisible()
  const commit = page.getByRole('button', { name: 'Prepare HOME01' })
  while (!(await commit.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(remote.heading).toHaveText('HOME01: Done')
  await page.getByRole('button', { name: 'Tasks' }).click()
  await remote.open('contoso-2009')
  await remote.choose('HOME01')
  await remote.useAccount('HOME01\\owner')
  await remote.test()
  await expect(page.getByRole('alert')).toContainText('HOME01 can be managed from here')
  await expect(remote.links.filter({ hasText: 'has its full rights over the network' })).toHaveCount(1)
})
