import { axeViolations } from '../support/axe-violations.ts'
import { KmsHostsPage } from '../support/kms-hosts-page.ts'
import { contosoHostKey } from '../support/lab-page.ts'
import { advanceLab, chooseContoso, makeKmsHost } from '../support/made-kms-host.ts'
import { expect, test } from './launch.ts'

const host = { scenario: 'contoso-2009', host: 'KMS01', key: contosoHostKey }
const kms01 = 'kms01.corp.contoso.test'

test('without a known host the page says how one gets there', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await hosts.open()
  await expect(kit.page.getByText('No KMS host is known yet')).toBeVisible()
  await expect(kit.page.getByRole('button', { name: 'Set up a KMS host' })).toBeVisible()
})

test('a host that was set up is known, and its count grows to the threshold as clients ask', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await chooseContoso(kit.page)
  await makeKmsHost(kit.page, host)
  await hosts.open()
  const overview = hosts.overview(kms01)
  await expect(overview).toContainText('0 of 25 computers counted for Windows clients')
  await expect(overview).toContainText('Windows clients are not activated yet: 25 computers are missing')
  await expect(overview).toContainText('No computer has asked in this time.')
  await expect(overview).toContainText('A KMS service answers on TCP port 1688')
  await expect(overview).toContainText('Event 12294')
  await expect(overview.getByRole('row', { name: /^TCP port/ })).toContainText('1688')

  await advanceLab(kit.page, 60)
  await hosts.refresh()
  const few = hosts.plot(/of 25 clients counted/)
  await expect(few).toBeVisible()
  await expect(few.locator('svg').first()).toBeVisible()
  await expect(overview.getByRole('meter', { name: /of 25 computers counted/ })).toBeVisible()

  await advanceLab(kit.page, 300)
  await hosts.refresh()
  await expect(hosts.plot(/the 25 that Windows clients need are reached/)).toBeVisible()
  await expect(overview).toContainText('Windows clients are activated.')
  const requests = hosts.plot(/requests in 24 hours/)
  await requests.getByRole('button', { name: 'Show as a table' }).click()
  await expect(requests.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await expect(overview.getByRole('table', { name: 'Who asked' })).toContainText(/PC0\d\d\.corp\.contoso\.test/)
  await overview.getByRole('searchbox', { name: 'Filter' }).fill('PC007')
  await expect(overview.getByRole('table', { name: 'Who asked' }).getByRole('row')).toHaveCount(2)
})

test('each setting leads to its edit and back to the host', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await chooseContoso(kit.page)
  await makeKmsHost(kit.page, host)
  await hosts.open()
  const overview = hosts.overview(kms01)
  for (const [setting, heading] of [
    [/^Edit: .*port/i, /port/i],
    [/^Edit: Publishing/, /Publishing/],
    [/^Edit: .*priority/i, /Priority/],
    [/^Edit: Activation interval/, /Activation interval/],
    [/^Edit: Renewal interval/, /Renewal interval/],
  ] as const) {
    await overview.getByRole('button', { name: setting }).click()
    await expect(kit.page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await kit.page.getByRole('button', { name: 'Cancel' }).click()
    await expect(overview.getByRole('table', { name: 'Settings' })).toBeVisible()
  }
  await overview.getByRole('button', { name: /^Edit: Domains/ }).click()
  await expect(kit.page.getByRole('heading', { level: 1 })).toHaveText(/Publish list/)
})

test('a computer that is no KMS host is told as such, with what to do', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await hosts.open()
  await hosts.addLabComputer('KMS01.corp.northwind.test')
  await expect(kit.page.getByText('KMS01 is no KMS host')).toBeVisible()
  await expect(kit.page.getByText('No KMS host key is installed on it.')).toBeVisible()
})

test('a computer that denies access asks for an account, and names what is missing of it', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await hosts.open()
  await hosts.addLabComputer('PC03.corp.northwind.test')
  const error = kit.page.getByRole('alert').filter({ hasText: 'could not be read' })
  await expect(error).toContainText('What to do:')
  const account = kit.page.getByRole('form', { name: /^Account on that computer/ })
  await account.getByRole('textbox', { name: 'User name' }).fill('PC03\\owner')
  await account.getByRole('button', { name: 'Read with this account' }).click()
  await expect(account.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(
    /Type the password of PC03\\owner/,
  )
  await account.getByRole('button', { name: 'Use NORTHWIND\\clerk' }).click()
  await account.getByRole('button', { name: 'Read with this account' }).click()
  await expect(error).toContainText('What to do:')
})

test('a name that is none is refused at its field and kept', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await hosts.open()
  await kit.page.getByRole('button', { name: 'Add a host' }).click()
  await kit.page.getByRole('radio', { name: 'On this network' }).check()
  await kit.page.getByRole('button', { name: 'Add to the list' }).click()
  const name = kit.page.getByRole('textbox', { name: /^Computer name/ })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Type the name or the address/)
  await name.fill('kms 01')
  await kit.page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(name).toHaveAccessibleDescription(/“kms 01” is not a computer name/)
  await expect(name).toHaveValue('kms 01')
})

test('a host that only DNS shows is marked, can be kept, and can be removed after a question', async ({ kit }) => {
  const hosts = new KmsHostsPage(kit.page)
  await chooseContoso(kit.page)
  await hosts.open()
  await kit.page.getByRole('button', { name: 'Find in DNS' }).click()
  await kit.page.getByRole('button', { name: 'Look in DNS' }).click()
  await expect(kit.page.getByText('One KMS host was found in DNS.')).toBeVisible()
  const found = hosts.list.getByRole('listitem')
  await expect(found).toContainText('only found in DNS: make sure that it is yours')
  await found.getByRole('button', { name: /^Keep oldkms/ }).click()
  await expect(found).toContainText('added by hand')
  await found.getByRole('button', { name: /^Remove oldkms/ }).click()
  await expect(hosts.question).toContainText('Nothing is changed on that computer or in DNS.')
  await hosts.question.getByRole('button', { name: 'Remove from the list' }).click()
  await expect(found).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the page in ${theme}`, async ({ start }) => {
    const { page } = await start({ theme })
    const hosts = new KmsHostsPage(page)
    const check = async (place: string): Promise<void> => {
      expect(await axeViolations(page), place).toEqual([])
    }
    await chooseContoso(page)
    await hosts.open()
    await expect(page.getByText('No KMS host is known yet')).toBeVisible()
    await check('no host')
    await page.getByRole('button', { name: 'Add a host' }).click()
    await page.getByRole('button', { name: 'Add to the list' }).click()
    await check('add, refused')
    await page.getByRole('button', { name: 'Find in DNS' }).click()
    await page.getByRole('button', { name: 'Look in DNS' }).click()
    await expect(page.getByText('One KMS host was found in DNS.')).toBeVisible()
    await check('found in DNS')
    await makeKmsHost(page, host)
    await advanceLab(page, 300)
    await page.getByRole('navigation').getByRole('button', { name: 'Tasks' }).click()
    await hosts.open()
    await expect(
      hosts
        .plot(/requests in 24 hours/)
        .locator('svg')
        .first(),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Show as a table' }).first().click()
    await page.getByRole('button', { name: 'Use another account' }).click()
    await check('overview')
  })
