import { axeViolations } from '../support/axe-violations.ts'
import { chooseLabComputer, openPage } from '../support/computer-choice.ts'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { chooseScenario } from '../support/made-kms-host.ts'
import { PublishDnsPage } from '../support/publish-dns-page.ts'
import { expect, test } from './launch.ts'

const scenario = 'fabrikam-2025'
const newHost = { host: 'KMS02', key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-HNF2K' } as const

test('a Server 2025 becomes a KMS host; the warning names the hosts that DNS shows, the rogue one among them', async ({
  kit: { page },
  userData,
}) => {
  await chooseScenario(page, scenario)
  const wizard = new KmsHostWizard(page)
  await wizard.walkToWarning(newHost.host, newHost.key)
  await expect(wizard.warning).toContainText(/KMS01\.corp\.fabrikam\.test/i)
  await expect(wizard.warning).toContainText(/ROGUE01\.corp\.fabrikam\.test/i)
  await wizard.consent(newHost.host)
  await wizard.succeeded(newHost.host)
  await expect(wizard.fact('Channel')).toHaveText(/^VOLUME_KMS_WS25/)
  await expect(wizard.fact('Activated')).toContainText('Yes, licensed')
  expect(countMethods(readLabCalls(userData, scenario), newHost.host)).toMatchObject({
    InstallProductKey: 1,
    Activate: 1,
  })
})

test('a client whose clock is five hours off is checked, and the clock is what to begin with', async ({
  kit: { page },
}) => {
  await chooseScenario(page, scenario)
  await openPage(page, 'Check this computer')
  await chooseLabComputer(page, 'CLOCK01')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Clock')
  const steps = page.getByRole('list', { name: 'Steps of the check' })
  await expect(steps.getByRole('list', { name: 'Clock' })).toContainText('5 hours')
  await expect(steps.getByRole('list', { name: 'Licensing classes' })).toContainText('In order')
  expect(await axeViolations(page)).toEqual([])
})

test('DNS of both forests is looked up: a host, a rogue host and a dead record', async ({ kit: { page } }) => {
  await chooseScenario(page, scenario)
  const dns = new PublishDnsPage(page)
  await dns.open()
  // The page may still show the zones of the scenario before.
  await expect(dns.field('DNS domains')).toHaveValue(/fabrikam/)
  await dns.field('DNS domains').fill('corp.fabrikam.test, plant.fabrikam.test')
  await dns.lookUp()
  await expect(dns.domain('corp.fabrikam.test')).toContainText(/KMS01\.corp\.fabrikam\.test/i)
  await expect(dns.domain('corp.fabrikam.test')).toContainText(/ROGUE01\.corp\.fabrikam\.test/i)
  await expect(dns.domain('corp.fabrikam.test')).toContainText('Dead')
  await expect(dns.domain('plant.fabrikam.test')).toBeVisible()
})
