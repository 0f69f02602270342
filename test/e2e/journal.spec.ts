import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { readLabCalls, writesOn } from '../support/lab-log.ts'
import type { RunningKit } from '../support/running-kit.ts'
import { expect, test } from './launch.ts'

const journalOf = (userData: string): string => join(userData, 'journal.sqlite')
const keptIn = (userData: string): readonly string[] =>
  readdirSync(userData)
    .filter((name) => name.startsWith('journal.damaged-') && name.endsWith('.sqlite'))
    .map((name) => join(userData, name))

/** Sets up a KMS host, so that the journal has something in it. */
const setUpHost = async (kit: RunningKit): Promise<void> => {
  const wizard = new KmsHostWizard(kit.page)
  await wizard.walkToWarning()
  await wizard.consent()
  await wizard.succeeded()
}

/** Ends the app in order, so that the journal is one file. */
const end = async ({ app }: RunningKit, userData: string): Promise<void> => {
  await app.close()
  expect(existsSync(`${journalOf(userData)}-wal`)).toBe(false)
}

const notices = (kit: RunningKit) => kit.page.getByRole('region', { name: 'Messages from the start of the app' })

/** Writes over everything behind the first page, or over the whole file. */
const damage = (userData: string, from: number): Buffer => {
  const bytes = readFileSync(journalOf(userData))
  expect(bytes.length).toBeGreaterThan(8192)
  for (let at = from; at < bytes.length; at += 1) bytes[at] = (at * 31 + 7) % 256
  writeFileSync(journalOf(userData), bytes)
  return bytes
}

for (const { what, from } of [
  { what: 'garbage from the first byte', from: 0 },
  { what: 'garbage behind its first page', from: 4096 },
]) {
  test(`a journal damaged while the app is off (${what}) is kept byte for byte, and the app works`, async ({
    start,
    userData,
  }) => {
    const first = await start()
    await setUpHost(first)
    await end(first, userData)
    const wreck = damage(userData, from)

    const next = await start()
    await expect(notices(next)).toContainText('The journal was damaged. It is kept as')
    await expect(notices(next)).toContainText('Check the computers concerned before you repeat a plan')
    const [kept, ...others] = keptIn(userData)
    expect(others).toEqual([])
    await expect(notices(next)).toContainText(kept ?? '')
    await next.page.getByRole('button', { name: 'Journal' }).click()
    await expect(next.page.getByText('Nothing has been done yet.')).toBeVisible()
    await next.page.getByRole('button', { name: 'Tasks' }).click()
    await setUpHost(next)
    await next.page.getByRole('button', { name: 'Show in the journal' }).click()
    await expect(next.page.getByRole('table')).toContainText('Plan finished')
    expect(next.complaints).toEqual([])
    expect(readFileSync(kept ?? '').equals(wreck)).toBe(true)
  })
}

test('a second damage is kept beside the first, and the message goes once the journal is sound', async ({
  start,
  userData,
}) => {
  test.slow()
  const wrecks: Buffer[] = []
  for (const text of ['first wreck ', 'second wreck ']) {
    wrecks.push(Buffer.from(text.repeat(1000)))
    writeFileSync(journalOf(userData), wrecks.at(-1) ?? '')
    const kit = await start()
    await expect(notices(kit)).toContainText('The journal was damaged')
    await end(kit, userData)
  }
  const kept = keptIn(userData).map((path) => readFileSync(path))
  expect(kept).toHaveLength(2)
  for (const wreck of wrecks) expect(kept.some((bytes) => bytes.equals(wreck))).toBe(true)
  const third = await start()
  await expect(third.page.getByRole('region', { name: 'Practise in the Lab' })).toBeVisible()
  await expect(notices(third)).toHaveCount(0)
  expect(keptIn(userData)).toHaveLength(2)
})

test('a journal of a newer version is left as it is: the app says so, reads, and changes nothing', async ({
  start,
  userData,
}) => {
  const first = await start()
  await setUpHost(first)
  await end(first, userData)
  const database = new Database(journalOf(userData))
  database.pragma('user_version = 7001')
  database.pragma('journal_mode = DELETE')
  database.close()
  const newer = readFileSync(journalOf(userData))
  const before = writesOn(readLabCalls(userData), 'KMS01')

  const next = await start()
  await expect(notices(next)).toContainText('written by a newer version of this app (format 7001')
  await expect(notices(next)).toContainText('Install the newer version again. The journal is left as it is.')
  const wizard = new KmsHostWizard(next.page)
  await wizard.walkToWarning()
  await wizard.warning.getByRole('button', { name: 'Make KMS01 a KMS host' }).click()
  const refusal = next.page.getByRole('alert').filter({ hasText: 'The plan was not started' })
  await expect(refusal).toContainText('written by a newer version of this app')
  await expect(wizard.heading).toHaveText('Review what will be done')
  expect(writesOn(readLabCalls(userData), 'KMS01')).toEqual(before)
  await next.app.close()
  expect(readFileSync(journalOf(userData)).equals(newer)).toBe(true)
  expect(keptIn(userData)).toEqual([])
})
