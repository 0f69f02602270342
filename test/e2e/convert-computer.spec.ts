import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { JournalEntry } from '../../src-main/contract/models/journal.ts'
import { openLab } from '../../src-main/lab/open-lab.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { ConvertWizard, convertKeys, type ConvertScenario } from '../support/convert-wizard.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { makeKmsHost } from '../support/made-kms-host.ts'
import { callBridge, valueOf } from '../support/raw-bridge.ts'
import { searchFiles } from '../support/secret-search.ts'
import { TelephoneStep } from '../support/telephone-step.ts'
import { expect, test } from './launch.ts'

const methodsOn = (userData: string, scenario: ConvertScenario, host: string) =>
  countMethods(readLabCalls(userData, scenario), host)

/** Writes a text into the registry of a Lab computer, as somebody at it would. */
const writeRegistry = async (
  userData: string,
  scenario: ConvertScenario,
  { host, key, name, value }: { host: string; key: string; name: string; value: string },
): Promise<void> => {
  const lab = openLab(scenario, { folder: join(userData, 'lab', scenario) })
  try {
    const session = await lab.connect({ host, namespace: 'root\\default' })
    const input = { hDefKey: 0x80000002, sSubKeyName: key, sValueName: name, sValue: value }
    await session.call('StdRegProv', 'SetStringValue', input)
  } finally {
    lab.close()
  }
}

const journalText = async (page: Page): Promise<string> =>
  JSON.stringify(valueOf(await callBridge<readonly JournalEntry[]>(page, 'journal.read', { before: null, limit: 200 })))

test('a computer with a MAK becomes a KMS client and is activated by the KMS host of its network', async ({
  kit: { page, complaints },
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('fabrikam-2025', 'MAK01')
  await expect(wizard.direction('MAK to KMS client')).toBeChecked()
  for (const name of ['KMS client to MAK', 'Retail to KMS client', 'KMS host to KMS client'])
    await expect(wizard.direction(name)).toBeDisabled()
  await expect(page.getByText(/^Chosen for: Windows 11 Enterprise, EditionID Enterprise, build 22631/)).toBeVisible()
  await expect(page.getByText('NPPR9-FWDCX-D2C8J-H872K-2YT43')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await wizard.toReview()
  await expect(wizard.steps).toContainText('/ipk NPPR9-FWDCX-D2C8J-H872K-2YT43')
  expect(await axeViolations(page)).toEqual([])
  await wizard.commit('Make MAK01 a KMS client')
  await expect(wizard.now).toContainText('It is a KMS client. Key ending in 2YT43, channel VOLUME_KMSCLIENT.')
  await expect(wizard.now).toContainText('Activated until')
  expect(await axeViolations(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('without a KMS host the new KMS client is converted all the same, and why it is not activated is explained', async ({
  kit: { page },
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('contoso-2009', 'MAK01')
  await wizard.toReview()
  await page.getByRole('button', { name: 'Make MAK01 a KMS client' }).click()
  await expect(wizard.heading).toHaveText('MAK01 is converted, but not activated yet')
  await expect(page.getByText('Windows asks for a KMS host by itself, every two hours')).toBeVisible()
  await expect(
    page.getByText('The key ending in HVTHH is installed for Windows(R) 7, Enterprise edition'),
  ).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Publish a KMS host')
  await expect(page.getByRole('list', { name: 'Steps of the plan' })).toContainText('Done, not activated yet')
  await expect(page.getByText(/0xC004F074|0x8007232B/).first()).toBeVisible()
  await expect(wizard.now).toContainText('It is a KMS client.')
  await page.getByRole('button', { name: 'Show in the journal' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Done, not activated yet' })).toHaveCount(1)
})

test('a KMS client becomes a computer with a MAK over the internet, and the MAK is written nowhere', async ({
  kit: { page },
  userData,
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('contoso-2009', 'PC001')
  await expect(wizard.direction('KMS client to MAK')).toBeChecked()
  await wizard.mak.fill(`Product key: ${convertKeys.contosoMak.toLowerCase()}`)
  await expect(wizard.findings('MAK').first()).toContainText('fictional key that only the Lab recognises')
  await expect(wizard.findings('MAK').last()).toContainText('checked after the key is installed and before anything')
  expect(await axeViolations(page)).toEqual([])
  await wizard.toReview()
  await expect(page.getByText(/which spends one activation of the MAK/)).toBeVisible()
  await expect(wizard.steps).toContainText('/ipk XXXXX-XXXXX-XXXXX-XXXXX-M8KCT')
  await wizard.commit('Convert PC001 and spend one activation')
  await expect(wizard.now).toContainText('Key ending in M8KCT, channel VOLUME_MAK. Activated permanently.')
  expect(methodsOn(userData, 'contoso-2009', 'PC001')).toMatchObject({ InstallProductKey: 1, Activate: 1 })
  expect(await journalText(page)).not.toContain(convertKeys.contosoMak)
  expect(searchFiles([userData], convertKeys.contosoMak)).toEqual([])
})

test('a MAK is activated by telephone, and Back keeps what was typed', async ({ kit: { page }, userData }) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('fabrikam-2025', 'PC01')
  await wizard.mak.fill(convertKeys.fabrikamMak)
  await page.getByRole('radio', { name: /^By telephone/ }).check()
  await wizard.toReview()
  await wizard.back.click()
  await expect(wizard.mak).toHaveValue(convertKeys.fabrikamMak)
  await expect(page.getByRole('radio', { name: /^By telephone/ })).toBeChecked()
  await wizard.toReview()
  await page.getByRole('button', { name: 'Convert PC01 and spend one activation' }).click()
  const call = new TelephoneStep(page)
  await call.callLab()
  await page.getByRole('button', { name: 'Type it into the blocks' }).click()
  await call.activate.click()
  await page.getByRole('heading', { level: 1, name: /: Done/i }).waitFor()
  await expect(wizard.now).toContainText('channel VOLUME_MAK. Activated permanently.')
  expect(methodsOn(userData, 'fabrikam-2025', 'PC01')).toMatchObject({ DepositOfflineConfirmationId: 1 })
})

for (const { scenario, key, product } of [
  { scenario: 'contoso-2009', key: 'FJ82H-XT6CR-J8D7P-XQJJ2-GPDD4', product: 'Windows 7 Professional' },
  { scenario: 'fabrikam-2025', key: 'W269N-WFGWX-YVC9B-4J6C9-T83GX', product: 'Windows 11 Pro' },
] as const)
  test(`a retail computer of ${scenario} becomes a KMS client by the guide’s procedure`, async ({ kit: { page } }) => {
    const wizard = new ConvertWizard(page)
    await wizard.walkTo(scenario, 'RETAIL01')
    await expect(wizard.direction('Retail to KMS client')).toBeChecked()
    await expect(page.getByText(`The key of ${product}`)).toBeVisible()
    await page.getByRole('checkbox', { name: 'Activate the computer now' }).uncheck()
    await wizard.toReview()
    await expect(page.getByText(/needs volume licences for this computer.*Product Use Rights/)).toBeVisible()
    await expect(page.getByText(/looks for a KMS host by itself every two hours/)).toBeVisible()
    await expect(wizard.steps).toContainText(`/ipk ${key}`)
    await wizard.commit('Make RETAIL01 a KMS client')
    await expect(wizard.now).toContainText(`It is a KMS client. Key ending in ${key.slice(-5)}`)
  })

const marker = String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform`

/** The registry value by which management tools discover a KMS host; null where it is gone. */
const markerOf = async (userData: string, scenario: ConvertScenario, host: string): Promise<unknown> => {
  const lab = openLab(scenario, { folder: join(userData, 'lab', scenario) })
  try {
    const session = await lab.connect({ host, namespace: 'root\\default' })
    const input = { hDefKey: 0x80000002, sSubKeyName: marker, sValueName: 'KeyManagementServiceVersion' }
    return (await session.call('StdRegProv', 'GetStringValue', input))['sValue']
  } finally {
    lab.close()
  }
}

test('a KMS host becomes a KMS client again; its marker goes, its firewall is closed, its record is spoken of', async ({
  kit: { page },
  userData,
}) => {
  const scenario = 'contoso-2009'
  valueOf(await callBridge(page, 'lab.choose', { scenario }))
  await makeKmsHost(page, { scenario, host: 'KMS01', key: convertKeys.contosoHost })
  const wizard = new ConvertWizard(page)
  await wizard.walkTo(scenario, 'KMS01')
  await expect(wizard.direction('KMS host to KMS client')).toBeChecked()
  await page.getByRole('checkbox', { name: 'Activate the computer now' }).uncheck()
  await wizard.toReview()
  await expect(page.getByText(/record of this KMS host stays in DNS/)).toBeVisible()
  await expect(wizard.steps).toContainText('/ipk 489J6-VHDMP-X63PK-3K798-CPX3Y')
  await expect(wizard.steps).toContainText('group="@FirewallAPI.dll,-28002" new enable=no')
  await wizard.commit('Make KMS01 a KMS client')
  await expect(wizard.now).toContainText('It is a KMS client.')
  expect(await markerOf(userData, scenario, 'KMS01')).toBeNull()
  await page.getByRole('button', { name: 'Look at the KMS records in DNS' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /DNS/ })).toBeVisible()
})

test('a KMS host for Windows and Office stays one for Office, and is not closed', async ({
  kit: { page },
  userData,
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('fabrikam-2025', 'KMS01')
  await page.getByRole('checkbox', { name: 'Activate the computer now' }).uncheck()
  await wizard.toReview()
  await expect(page.getByText(/stays a KMS host for .*Office/)).toBeVisible()
  await expect(wizard.steps).toContainText('/ipk WX4NM-KYWYW-QJJR4-XV3QB-6VM33')
  await expect(wizard.steps).not.toContainText('28002')
  await wizard.commit('Make KMS01 a KMS client')
  await expect(wizard.now).toContainText('It is a KMS client.')
  expect(await markerOf(userData, 'fabrikam-2025', 'KMS01')).not.toBeNull()
})

test('a MAK of another edition is refused by Windows in plain words, and the old key stays', async ({
  kit: { page },
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('fabrikam-2025', 'PC01')
  await wizard.mak.fill(convertKeys.fabrikamServerMak)
  await wizard.toReview()
  await wizard.commit('Convert PC01 and spend one activation', 'Failed')
  await expect(page.getByText(/is not for Microsoft Windows 11 Enterprise.*0xC004F069/).first()).toBeVisible()
  await expect(page.getByText(/Use a key of your organisation for exactly this edition/).first()).toBeVisible()
  await expect(wizard.now).toContainText('It is a KMS client. Key ending in 2YT43')
})

test('a KMS host key that was taken for a MAK is found out before anything is activated, with the way back', async ({
  kit: { page },
  userData,
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.walkTo('contoso-2009', 'PC001')
  await wizard.mak.fill(convertKeys.contosoClientHost)
  await wizard.toReview()
  await wizard.commit('Convert PC001 and spend one activation', 'Failed')
  await expect(page.getByText(/is no multiple activation key \(MAK\).*is a KMS host now/).first()).toBeVisible()
  await expect(page.getByText(/install the client setup key of Windows 7 Enterprise/).first()).toBeVisible()
  expect(methodsOn(userData, 'contoso-2009', 'PC001')['Activate']).toBeUndefined()
})

for (const { typed, says } of [
  { typed: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', says: /published client setup key of Windows 7 Enterprise/ },
  { typed: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCO', says: /"O" at position 25 \(group 5, character 5\)/ },
  { typed: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KC', says: /24 characters/ },
  { typed: '', says: /Type or paste the MAK/ },
])
  test(`the MAK “${typed}” is named at its field, and nothing is planned`, async ({ kit: { page }, userData }) => {
    const wizard = new ConvertWizard(page)
    await wizard.walkTo('contoso-2009', 'PC001')
    await wizard.mak.fill(typed)
    await wizard.next.click()
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await expect(wizard.mak).toBeFocused()
    await expect(wizard.mak).toHaveValue(typed)
    await expect(wizard.heading).toHaveText('Choose how PC001 is converted')
    expect(methodsOn(userData, 'contoso-2009', 'PC001')['InstallProductKey']).toBeUndefined()
  })

test('an ambiguous edition is left to the person, and a typed key of another edition is refused', async ({
  kit: { page },
  userData,
}) => {
  const wizard = new ConvertWizard(page)
  await wizard.open('contoso-2009')
  await writeRegistry(userData, 'contoso-2009', {
    host: 'MAK01',
    key: String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion`,
    name: 'EditionID',
    value: 'Professional',
  })
  await wizard.choose('MAK01')
  await expect(page.getByText('A person has to choose here')).toBeVisible()
  await wizard.next.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Several client setup keys may fit' })).toBeVisible()
  await page.getByRole('radio', { name: /^Another key/ }).check()
  await wizard.setupKey.fill('YC6KT-GKW9T-YTKYR-T4X34-R7VHC')
  await wizard.next.click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'client setup key of Windows Server 2008 R2 Standard, but' }),
  ).toBeVisible()
  await page.getByRole('radio', { name: /^The key of Windows 7 Enterprise/ }).check()
  await page.getByRole('checkbox', { name: 'Activate the computer now' }).uncheck()
  await wizard.toReview()
  await wizard.commit('Make MAK01 a KMS client')
  await expect(wizard.now).toContainText('Key ending in HVTHH')
})

test('an edition without volume licences is refused with the reason', async ({ kit: { page } }) => {
  const wizard = new ConvertWizard(page)
  await wizard.open('fabrikam-2025')
  await page.getByRole('radio', { name: /^HOME01\b/ }).check()
  await page.getByRole('textbox', { name: /^User name/ }).fill('HOME01\\Administrator')
  const { accounts } = valueOf(
    await callBridge<{ accounts: readonly { user: string; password: string }[] }>(page, 'lab.overview', undefined),
  )
  const password = accounts.find(({ user }) => user.toLowerCase() === 'home01\\administrator')?.password ?? ''
  await page.getByRole('textbox', { name: /^Password/ }).fill(password)
  await wizard.next.click()
  await page.getByRole('heading', { name: 'Choose how HOME01 is converted' }).waitFor()
  await expect(page.getByText(/has no volume licences: there is no client setup key and no MAK for it/)).toBeVisible()
  await wizard.next.click()
  await expect(page.getByRole('alert').filter({ hasText: 'does not fit what the computer has now' })).toBeVisible()
})

test('the whole conversion works with the keyboard alone', async ({ kit: { page } }) => {
  const wizard = new ConvertWizard(page)
  const { keyboard } = page
  const tabTo = async (control: ReturnType<typeof page.getByRole>): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error('The control cannot be reached with Tab.')
  }
  valueOf(await callBridge(page, 'lab.choose', { scenario: 'contoso-2009' }))
  await tabTo(page.getByRole('region', { name: 'Convert a computer' }).getByRole('button'))
  await keyboard.press('Enter')
  await expect(wizard.heading).toBeFocused()
  const computers = page.getByRole('radiogroup', { name: 'Computer in the Lab' }).getByRole('radio')
  await tabTo(computers.first())
  await keyboard.press('ArrowUp')
  await tabTo(wizard.next)
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Choose how PC030 is converted')
  await tabTo(wizard.mak)
  await keyboard.type(convertKeys.contosoMak)
  await keyboard.press('Enter')
  await expect(wizard.heading).toHaveText('Review what will be done')
  await tabTo(page.getByRole('button', { name: 'Convert PC030 and spend one activation' }))
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /: Done/i }).waitFor()
  await expect(wizard.now).toContainText('channel VOLUME_MAK')
})
