import { HostOptions, type Activation, type PublishingWay } from '../support/host-options.ts'
import type { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { countMethods, readLabCalls, type LabCall } from '../support/lab-log.ts'
import { chooseContoso, makeKmsHost } from '../support/made-kms-host.ts'
import { TelephoneStep } from '../support/telephone-step.ts'
import { expect, test } from './launch.ts'

const contosoKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'
const domain = 'corp.northwind.test'

/** The line of one domain on the result page. */
const published = (wizard: KmsHostWizard) =>
  wizard.page.getByRole('list', { name: 'Publishing in DNS' }).getByRole('listitem')

/** Walks from Tasks to the options. */
const toOptions = async (wizard: KmsHostWizard, host = 'KMS01', key?: string): Promise<HostOptions> => {
  await wizard.open()
  await wizard.chooseLabComputer(host)
  await wizard.toHostKey()
  await wizard.toOptions(key)
  return new HostOptions(wizard)
}

/** From the options through the warning. */
const run = async (wizard: KmsHostWizard, host = 'KMS01'): Promise<void> => {
  await wizard.fromOptionsToReview()
  await wizard.openWarning(host)
  await wizard.consent(host)
}

const argumentsOf = (calls: readonly LabCall[], method: string): readonly unknown[] =>
  calls.filter((call) => call.method === method).map(({ args }) => args)

const activations: readonly Activation[] = ['Online', 'By telephone', 'Later']
const publishings: readonly PublishingWay[] = ['automatic', 'domains', 'none']

for (const activation of activations)
  for (const publishing of publishings)
    test(`activation ${activation}, publishing ${publishing}: the result says what became of both`, async ({
      wizard,
      userData,
    }) => {
      const options = await toOptions(wizard)
      await options.activate(activation)
      await options.publish(publishing)
      await run(wizard)
      if (activation === 'By telephone') {
        const call = new TelephoneStep(wizard.page)
        await call.callLab()
        await wizard.page.getByRole('button', { name: 'Type it into the blocks' }).click()
        await call.activate.click()
      }
      if (activation === 'Later') {
        await expect(wizard.heading).toHaveText('KMS01 is set up, but not activated')
        await expect(wizard.fact('Activated')).toContainText('No, not licensed')
        await expect(published(wizard)).toHaveCount(0)
      } else {
        await wizard.succeeded()
        await expect(wizard.fact('Activated')).toContainText('Yes, licensed')
        if (publishing !== 'none') await expect(published(wizard)).toHaveText([new RegExp(`^${domain}: Event 12294`)])
      }
      const counts = countMethods(readLabCalls(userData), 'KMS01')
      expect(counts['Activate'] ?? 0).toBe(activation === 'Online' ? 1 : 0)
      expect(counts['DepositOfflineConfirmationId'] ?? 0).toBe(activation === 'By telephone' ? 1 : 0)
      expect(counts['SetMultiStringValue'] ?? 0).toBe(publishing === 'domains' ? 1 : 0)
      const off = publishing === 'none' && activation !== 'Later'
      expect(counts['DisableKeyManagementServiceDnsPublishing'] ?? 0).toBe(off ? 1 : 0)
    })

test('port, priority and intervals of the host are set after its activation, with a firewall rule for the port', async ({
  wizard,
  userData,
}) => {
  const options = await toOptions(wizard)
  await options.port.fill('1690')
  await expect(wizard.page.getByText('a firewall rule of its own is made for TCP port 1690')).toBeVisible()
  await options.advanced.click()
  await options.lowPriority.check()
  await options.activationInterval.fill('3 hours')
  await expect(wizard.page.getByText('180 minutes = 3 hours.')).toBeVisible()
  await options.renewalInterval.fill('20160')
  await run(wizard)
  await wizard.succeeded()
  await expect(wizard.fact('KMS port')).toContainText('TCP port 1690')
  await expect(wizard.fact('DNS (SRV records)')).toContainText('port 1690')
  const calls = readLabCalls(userData)
  const methods = calls.flatMap(({ method }) => method ?? [])
  expect(methods.indexOf('SetKeyManagementServiceListeningPort')).toBeGreaterThan(methods.indexOf('Activate'))
  expect(argumentsOf(calls, 'SetKeyManagementServiceListeningPort')).toEqual([{ PortNumber: 1690 }])
  expect(argumentsOf(calls, 'SetVLActivationInterval')).toEqual([{ ActivationInterval: 180 }])
  expect(argumentsOf(calls, 'SetVLRenewalInterval')).toEqual([{ RenewalInterval: 20_160 }])
  expect(countMethods(calls, 'KMS01')).toMatchObject({ EnableKeyManagementServiceLowPriority: 1 })
})

test('what Windows refuses before activation is left for later, with the reason and the commands, and not tried', async ({
  wizard,
  userData,
}) => {
  const options = await toOptions(wizard)
  await options.activate('Later')
  await options.port.fill('1690')
  await wizard.fromOptionsToReview()
  const later = wizard.page.getByRole('list', { name: 'Left for later' }).getByRole('listitem')
  await expect(later).toHaveCount(1)
  await expect(later).toContainText('Windows refuses this setting until the KMS host is activated')
  await expect(later).toContainText('/sprt 1690')
  await wizard.openWarning('KMS01')
  await wizard.consent('KMS01')
  await expect(wizard.heading).toHaveText('KMS01 is set up, but not activated')
  await expect(later).toContainText('/sprt 1690')
  expect(countMethods(readLabCalls(userData), 'KMS01')['SetKeyManagementServiceListeningPort']).toBeUndefined()
})

for (const { field, typed, says } of [
  { field: 'port', typed: '0', says: /The port "0" is not between 1 and 65535/ },
  { field: 'port', typed: '70000', says: /The port "70000" is not between 1 and 65535/ },
  { field: 'port', typed: 'abc', says: /The port "abc" is not a whole number/ },
  { field: 'activationInterval', typed: '14', says: /"14" is shorter than 15 minutes/ },
  { field: 'renewalInterval', typed: '43201', says: /"43201" is longer than 43200 minutes/ },
] as const)
  test(`${field} ${typed} is named with its remedy and kept, takes the focus, and nothing is planned`, async ({
    wizard,
    userData,
  }) => {
    const options = await toOptions(wizard)
    if (field !== 'port') await options.advanced.click()
    await options[field].fill(typed)
    if (field !== 'port') await options.advanced.click()
    await wizard.next.click()
    await expect(wizard.page.getByText(says)).toBeVisible()
    await expect(options[field]).toHaveValue(typed)
    await expect(options[field]).toBeFocused()
    await expect(wizard.heading).toHaveText('Choose how the host works')
    expect(countMethods(readLabCalls(userData), 'KMS01')['InstallProductKey']).toBeUndefined()
  })

test('a host key for another Windows is explained and not tried', async ({ wizard, userData }) => {
  await wizard.open()
  await wizard.chooseLabComputer('KMS01')
  await wizard.toHostKey()
  await wizard.keyField.fill('F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB')
  const generation = wizard.page.getByLabel('For which Windows is your key?')
  await generation.selectOption({ label: 'Windows Server 2012' })
  await expect(wizard.page.getByText(/needs the update KB3079821/)).toBeVisible()
  await generation.selectOption({ label: 'Windows Server 2022' })
  await wizard.next.click()
  await expect(wizard.page.getByText(/Microsoft's table lists this host key for Windows Server 2022/)).toBeVisible()
  await expect(generation).toBeFocused()
  await expect(wizard.heading).toHaveText('Enter the KMS host key')
  await generation.selectOption({ label: 'I do not know' })
  await wizard.next.click()
  await expect(wizard.heading).toHaveText('Choose how the host works')
  expect(countMethods(readLabCalls(userData), 'KMS01')['InstallProductKey']).toBeUndefined()
})

test('a zone that refuses ends in 12293 for its domain, 12294 for the other, and no success', async ({ wizard }) => {
  await chooseContoso(wizard.page)
  const options = await toOptions(wizard, 'KMS01', contosoKey)
  await options.publish('domains')
  await options.addDomain('factory.contoso.test', 2)
  await run(wizard)
  await expect(wizard.heading).toHaveText('KMS01 was not fully set up')
  await expect(wizard.page.getByText(/12293/).first()).toContainText('factory.contoso.test')
  await expect(published(wizard)).toHaveText([
    /^corp\.contoso\.test: Event 12294/,
    /^factory\.contoso\.test: Event 12293/,
  ])
  await expect(wizard.page.getByText(/is a KMS host$/)).toHaveCount(0)
})

test('a second host that may not write the record of the first ends in 12293 and no success', async ({ wizard }) => {
  await chooseContoso(wizard.page)
  await makeKmsHost(wizard.page, { scenario: 'contoso-2009', host: 'kms01', key: contosoKey })
  await toOptions(wizard, 'KMS02', contosoKey)
  await run(wizard, 'KMS02')
  await expect(wizard.heading).toHaveText('KMS02 was not fully set up')
  await expect(wizard.page.getByText(/12293/).first()).toBeVisible()
})
