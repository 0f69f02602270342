import type { JournalEntry } from '../../src-main/contract/models/journal.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { killKit } from '../support/running-kit.ts'
import { TelephoneStep } from '../support/telephone-step.ts'
import { expect, test } from './launch.ts'

/** Eight blocks whose check digits hold, for no installation ID of the Lab. */
const wrongId = Array.from({ length: 8 }, () => '123450')

test('a plan that waits is closed, killed and taken up again; a wrong ID is explained and kept, the right one activates', async ({
  start,
  userData,
}) => {
  // Two lives of the app in one test.
  test.slow()
  const first = await start()
  const before = new TelephoneStep(first.page)
  await before.walkTo()
  await expect(before.installationId).toHaveCount(9)
  const told = await before.installationId.allTextContents()
  await first.page.getByRole('button', { name: 'Close' }).click()
  await expect(before.card).toContainText('Waits for the confirmation ID')
  await killKit(first)

  const { page, complaints } = await start()
  const call = new TelephoneStep(page)
  await expect(call.card).toContainText('Waits for the confirmation ID')
  await call.card.getByRole('button', { name: 'Enter the confirmation ID' }).click()
  await expect(call.installationId).toHaveText(told)

  await call.pasteInto('A', wrongId.join(' '))
  await call.activate.click()
  const refusal = page.getByRole('alert').filter({ hasText: 'The confirmation ID was not taken' })
  await expect(refusal).toContainText('0xC004F031')
  await expect(refusal).toContainText('Read the installation ID again')
  expect(await call.typed()).toEqual(wrongId)

  const right = await call.callLab()
  await page.getByRole('button', { name: 'Type it into the blocks' }).click()
  expect(await call.typed()).toEqual(right)
  await call.activate.click()
  await new KmsHostWizard(page).succeeded()
  expect(countMethods(readLabCalls(userData), 'KMS01')).toMatchObject({
    InstallProductKey: 1,
    DepositOfflineConfirmationId: 2,
  })
  const journal = valueOf(await callBridge<readonly JournalEntry[]>(page, 'journal.read', { before: null, limit: 200 }))
  const written = JSON.stringify(journal)
  expect(journal.some(({ event }) => event === 'provided')).toBe(true)
  expect(written).not.toContain(right[0])
  expect(written).not.toContain(wrongId.join(''))
  expect(complaints).toEqual([])
})

test('the whole is pasted into any block, the focus follows what is typed, and Backspace leads back', async ({
  kit,
}) => {
  const call = new TelephoneStep(kit.page)
  await call.walkTo()
  await call.pasteInto('E', wrongId.map((block, index) => `${'ABCDEFGH'[index]} ${block}`).join('\n'))
  expect(await call.typed()).toEqual(wrongId)
  for (const letter of 'ABCDEFGH') await call.block(letter).fill('')
  await call.block('A').focus()
  await kit.page.keyboard.type('11111122')
  await expect(call.block('B')).toBeFocused()
  expect((await call.typed()).slice(0, 3)).toEqual(['111111', '22', ''])
  for (let presses = 0; presses < 3; presses += 1) await kit.page.keyboard.press('Backspace')
  await expect(call.block('A')).toBeFocused()
  await expect(call.block('A')).toHaveValue('111111')
})

test('a block that is too short is named and takes the focus; a failing check digit warns and does not stop', async ({
  kit,
  userData,
}) => {
  const call = new TelephoneStep(kit.page)
  await call.walkTo()
  await call.pasteInto('A', wrongId.join(''))
  await call.block('C').fill('1234')
  await call.activate.click()
  await expect(kit.page.getByText('Block C has 4 digits; it needs 6.')).toBeVisible()
  await expect(call.block('C')).toBeFocused()
  await call.block('C').fill('O23452')
  await call.activate.click()
  await expect(kit.page.getByText('Block C has a character that is no digit.')).toBeVisible()
  await call.block('C').fill('111111')
  await expect(kit.page.getByText('Block C is probably wrong')).toBeVisible()
  expect(countMethods(readLabCalls(userData), 'KMS01')['DepositOfflineConfirmationId']).toBeUndefined()
  await call.activate.click()
  await expect(kit.page.getByText('The confirmation ID was not taken')).toBeVisible()
  expect(countMethods(readLabCalls(userData), 'KMS01')['DepositOfflineConfirmationId']).toBe(1)
})

test('leaving asks first where something was typed, and never otherwise', async ({ kit }) => {
  const call = new TelephoneStep(kit.page)
  await call.walkTo()
  await call.block('A').fill('123450')
  await kit.page.getByRole('button', { name: 'Close' }).click()
  const question = kit.page.getByRole('alertdialog')
  await expect(question).toContainText('the confirmation ID that you typed is forgotten')
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(call.block('A')).toHaveValue('123450')
  await call.block('A').fill('')
  await kit.page.getByRole('button', { name: 'Close' }).click()
  await expect(kit.page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
})

test('on paper stands the installation ID with room for the answer, and nothing of the window', async ({ kit }) => {
  const call = new TelephoneStep(kit.page)
  await call.walkTo()
  await call.block('A').fill('123450')
  const digits = await call.installationId.first().textContent()
  const sheet = kit.page.locator('.print-sheet')
  await expect(sheet).toBeHidden()
  await kit.page.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(sheet).toContainText((digits ?? '').slice(1))
  await expect(sheet).not.toContainText('123450')
  await expect(kit.page.getByRole('navigation')).toBeHidden()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the call in ${theme}`, async ({ start }) => {
    const { page } = await start({ theme })
    const call = new TelephoneStep(page)
    await call.walkTo()
    await call.callLab()
    await call.pasteInto('A', '111111 22')
    await call.activate.click()
    await expect(page.getByText('Block B has 2 digits')).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
  })
