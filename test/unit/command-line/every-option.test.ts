import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { slmgrOptions } from '../../../src-main/command-line/options/all-options.ts'
import { openLab } from '../../../src-main/lab/open-lab.ts'
import { onLab, sharedLab, type Ran } from './act-fixture.ts'

const service = 'SoftwareLicensingService'
const product = 'SoftwareLicensingProduct'
const windows = '55c92734-d682-4d71-983e-d6ec3f16059f'

/** One option in a world: on which computer, with which arguments, and the calls that slmgr.md names for it. */
interface Case {
  readonly target: string
  readonly words: readonly string[]
  /** "Class Method {arguments}", in order; the follow-ups of slmgr.md 1.3 included. */
  readonly calls: readonly string[]
  /** What is read instead, as a text of a query. */
  readonly reads?: string
}

interface World {
  readonly scenario: string
  readonly cases: Readonly<Record<string, Case>>
  /** Options that this Windows lacks, with the computer that is asked. */
  readonly lacking: Readonly<Record<string, readonly string[]>>
  readonly lacksTarget: string
}

const licence =
  '<?xml version="1.0"?><rg:licenseGroup xmlns:rg="urn:x"><r:license xmlns:r="urn:y"><r:title>A licence</r:title></r:license></rg:licenseGroup>'
const files = mkdtempSync(join(tmpdir(), 'act-files-'))
const licenceFile = join(files, 'one.xrm-ms')
writeFileSync(licenceFile, licence)
afterAll(() => rmSync(files, { recursive: true, force: true }))

const call = (className: string, method: string, args: object = {}): string =>
  `${className} ${method} ${JSON.stringify(args)}`
const refresh = call(service, 'RefreshLicenseStatus')

/** Options whose calls do not depend on the Windows version. `client` carries a key that can go; `host` is a KMS host. */
const common = (client: string, host: string, mak: string): Record<string, Case> => ({
  '/ckms': {
    target: client,
    words: [],
    calls: [call(service, 'ClearKeyManagementServiceMachine'), call(service, 'ClearKeyManagementServicePort')],
  },
  '/skms': {
    target: client,
    words: ['kms09.example.test:1700'],
    calls: [
      call(service, 'SetKeyManagementServiceMachine', { MachineName: 'kms09.example.test' }),
      call(service, 'SetKeyManagementServicePort', { PortNumber: 1700 }),
    ],
  },
  '/skhc': {
    target: client,
    words: [],
    calls: [call(service, 'DisableKeyManagementServiceHostCaching', { DisableCaching: false })],
  },
  '/ckhc': {
    target: client,
    words: [],
    calls: [call(service, 'DisableKeyManagementServiceHostCaching', { DisableCaching: true })],
  },
  '/upk': { target: client, words: [], calls: [call(product, 'UninstallProductKey'), refresh] },
  '/dti': { target: mak, words: [], calls: [], reads: 'OfflineInstallationId' },
  '/dli': { target: client, words: [], calls: [], reads: 'LicenseStatusReason' },
  '/dlv': { target: client, words: ['all'], calls: [], reads: 'RemainingWindowsReArmCount' },
  '/xpr': { target: client, words: [], calls: [], reads: 'GracePeriodRemaining' },
  '/cpky': { target: client, words: [], calls: [call(service, 'ClearProductKeyFromRegistry')] },
  '/ilc': {
    target: client,
    words: [licenceFile],
    calls: [call(service, 'InstallLicense', { License: licence })],
  },
  '/rearm': { target: client, words: [], calls: [call(service, 'ReArmWindows')] },
  '/lil': { target: client, words: [], calls: [], reads: 'FROM SoftwareLicensingTokenActivationLicense' },
  '/sprt': {
    target: host,
    words: ['1700'],
    calls: [call(service, 'SetKeyManagementServiceListeningPort', { PortNumber: 1700 })],
  },
  '/sai': {
    target: host,
    words: ['60'],
    calls: [call(service, 'SetVLActivationInterval', { ActivationInterval: 60 })],
  },
  '/sri': {
    target: host,
    words: ['20160'],
    calls: [call(service, 'SetVLRenewalInterval', { RenewalInterval: 20_160 })],
  },
  '/sdns': {
    target: host,
    words: [],
    calls: [call(service, 'DisableKeyManagementServiceDnsPublishing', { DisablePublishing: false })],
  },
  '/cdns': {
    target: host,
    words: [],
    calls: [call(service, 'DisableKeyManagementServiceDnsPublishing', { DisablePublishing: true })],
  },
  '/spri': {
    target: host,
    words: [],
    calls: [call(service, 'EnableKeyManagementServiceLowPriority', { EnableLowPriority: false })],
  },
  '/cpri': {
    target: host,
    words: [],
    calls: [call(service, 'EnableKeyManagementServiceLowPriority', { EnableLowPriority: true })],
  },
})

const installed = (target: string, setupKey: string): Case => ({
  target,
  words: [setupKey.toLowerCase()],
  // A published setup key is no secret; no KMS host product is left, and the marker was never there.
  calls: [call(service, 'InstallProductKey', { ProductKey: setupKey }), refresh],
})

const contoso: World = {
  scenario: 'contoso-2009',
  cases: {
    ...common('PC001', 'KMS01', 'MAK02'),
    '/ipk': installed('PC001', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'),
    '/ato': { target: 'MAK02', words: [], calls: [call(product, 'Activate'), refresh] },
    '/stao': {
      target: 'PC001',
      words: [],
      calls: [call(service, 'DisableKeyManagementServiceActivation', { DisableActivation: true })],
    },
    '/ctao': {
      target: 'PC001',
      words: [],
      calls: [call(service, 'DisableKeyManagementServiceActivation', { DisableActivation: false })],
    },
  },
  lacksTarget: 'PC001',
  lacking: {
    '/skms-domain': ['a.test'],
    '/ckms-domain': [],
    '/act-type': ['2'],
    '/rearm-app': [windows],
    '/rearm-sku': ['ae2ee509-1b34-41c0-acb7-6d4650168915'],
    '/ad-activation-online': ['F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'],
    '/ad-activation-get-iid': ['F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'],
    '/ad-activation-apply-cid': ['F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB', '123456'.repeat(8)],
  },
}

const fabrikamKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-HNF2K'
const maskedKey = 'XXXXX-XXXXX-XXXXX-XXXXX-HNF2K'
const clientId = '73111121-5638-40f6-bc11-f1d7b0d64300'

const fabrikam: World = {
  scenario: 'fabrikam-2025',
  cases: {
    ...common('PC01', 'KMS01', 'MAK01'),
    '/ipk': installed('PC01', 'NPPR9-FWDCX-D2C8J-H872K-2YT43'),
    '/ato': { target: 'PC01', words: [clientId], calls: [call(product, 'Activate'), refresh] },
    '/skms-domain': {
      target: 'PC01',
      words: ['a.test', clientId],
      calls: [call(product, 'SetKeyManagementServiceLookupDomain', { LookupDomain: 'a.test' })],
    },
    '/ckms-domain': { target: 'PC01', words: [], calls: [call(service, 'ClearKeyManagementServiceLookupDomain')] },
    '/act-type': {
      target: 'PC01',
      words: ['2', clientId],
      calls: [call(product, 'SetVLActivationTypeEnabled', { ActivationType: 2 })],
    },
    '/rearm-app': { target: 'PC01', words: [windows], calls: [call(service, 'ReArmApp', { ApplicationId: windows })] },
    '/rearm-sku': { target: 'PC01', words: [clientId], calls: [call(product, 'ReArmSku')] },
    '/lil': { target: 'TOKEN01', words: [], calls: [], reads: 'FROM SoftwareLicensingTokenActivationLicense' },
    '/ril': {
      target: 'TOKEN01',
      // In small letters: the ILID is compared without case.
      words: ['8e55b26b-2f4c-4c5a-9d0a-3c0b3b3f6e01', '2'],
      calls: [call('SoftwareLicensingTokenActivationLicense', 'Uninstall')],
    },
    '/ad-activation-online': {
      target: 'DC01',
      words: [fabrikamKey],
      calls: [call(service, 'DoActiveDirectoryOnlineActivation', { ProductKey: maskedKey, ActivationObjectName: '' })],
    },
    '/ad-activation-get-iid': {
      target: 'DC01',
      words: [fabrikamKey],
      calls: [call(service, 'GenerateActiveDirectoryOfflineActivationId', { ProductKey: maskedKey })],
    },
  },
  lacksTarget: 'PC01',
  lacking: { '/stao': [], '/ctao': [] },
}

/** Of Windows Server 2012: it has what came with Windows 8 and lacks what came with 8.1. */
const server2012 = { scenario: 'fabrikam-2025', target: 'FILE12' }

/** In Contoso nobody is a KMS host yet. */
const prepareHost = async (run: (target: string, ...words: readonly string[]) => Promise<Ran>): Promise<void> => {
  for (const words of [['/ipk', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'], ['/ato']])
    expect((await run('KMS01', ...words)).code).toBe(0)
}

const worlds = [contoso, fabrikam]
const everyCase = worlds.flatMap(({ scenario, cases }) =>
  Object.entries(cases).map(([option, one]) => ({ scenario, option, ...one })),
)

test.each(everyCase)('$scenario: $option on $target calls what slmgr calls', async (one) => {
  using lab = sharedLab(one.scenario)
  if (one.scenario === 'contoso-2009' && one.target === 'KMS01') await prepareHost(lab.run)
  const ran = await lab.run(one.target, one.option, ...one.words)
  expect(ran.err).toEqual([])
  expect(ran.code).toBe(0)
  expect(ran.calls).toEqual(one.calls)
  const queries = ran.trace.flatMap((traced) => (traced.op === 'query' ? [traced.wql] : []))
  expect(queries.join('\n')).toContain(one.reads ?? 'SELECT ')
  expect(ran.text.join('\n')).not.toBe('')
  expect(ran.journal).toMatchObject({ event: 'done', step: 0, target: one.target, who: 'FABRIKAM\\tech', error: null })
  expect(ran.journal?.equivalent).toContain(`slmgr.vbs ${one.target} ${one.option}`)
})

const everyRefusal = worlds.flatMap(({ scenario, lacking, lacksTarget }) =>
  Object.entries(lacking).map(([option, words]) => ({ scenario, option, words, target: lacksTarget })),
)

test.each([
  ...everyRefusal,
  { ...server2012, option: '/rearm-app', words: [windows] },
  { ...server2012, option: '/rearm-sku', words: [clientId] },
])(
  '$scenario: $option is refused on $target before anything is changed',
  async ({ scenario, option, words, target }) => {
    const ran = await onLab(scenario, target, option, ...words)
    expect(ran.code).toBe(1)
    expect(ran.calls).toEqual([])
    expect(ran.err[0]).toMatch(/needs Windows 8|Only Windows 7/)
    expect(ran.err[1]).toMatch(/^What to do: /)
    expect(ran.journal).toMatchObject({
      event: 'failed',
      outcome: 'Nothing was begun.',
      error: { code: 'unsupported-version' },
    })
  },
)

test('every option is run or refused in each of the two worlds', () => {
  // Confirmation IDs depend on what the computer says, and files and tokens on what it has: these have tests of their own.
  const apart = ['/atp', '/rilc']
  for (const { cases, lacking, scenario } of worlds) {
    const seen = [...Object.keys(cases), ...Object.keys(lacking), ...apart]
    const own = scenario === 'contoso-2009' ? ['/ril'] : ['/ad-activation-apply-cid']
    expect(slmgrOptions.map(({ name }) => name).filter((name) => ![...seen, ...own].includes(name))).toEqual([])
  }
})

test('in Contoso no computer has a token licence to remove, and that is no success', async () => {
  const ran = await onLab('contoso-2009', 'PC001', '/ril', 'SomeIlid', '1')
  expect(ran.code).toBe(1)
  expect(ran.err[0]).toContain('no token-based activation licence SomeIlid')
})

test.each([
  ['contoso-2009', 'MAK02', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'],
  ['fabrikam-2025', 'KMS02', fabrikamKey],
])('%s: /atp activates %s with the confirmation ID for its installation ID', async (scenario, target, key) => {
  using lab = sharedLab(scenario)
  expect((await lab.run(target, '/ipk', key)).code).toBe(0)
  const told = (await lab.run(target, '/dti')).text[0]?.replace('Installation ID: ', '') ?? ''
  expect(told).toMatch(/^\d{54}$|^\d{63}$/)
  const confirmation = openLab(scenario).confirmationIdFor(told)
  const ran = await lab.run(target, '/atp', confirmation)
  expect(ran.code).toBe(0)
  const args = { InstallationId: told, ConfirmationId: '[confirmation ID]' }
  expect(ran.calls).toEqual([call(product, 'DepositOfflineConfirmationId', args), refresh])
  expect([...ran.out, lab.log()].join('\n')).not.toContain(confirmation)
})

test('fabrikam-2025: a forest is activated by telephone', async () => {
  using lab = sharedLab('fabrikam-2025')
  const told = (await lab.run('DC01', '/ad-activation-get-iid', fabrikamKey)).text.find((line) =>
    line.startsWith('Installation ID: '),
  )
  const confirmation = openLab('fabrikam-2025').confirmationIdFor(told?.replace('Installation ID: ', '') ?? '')
  const ran = await lab.run('DC01', '/ad-activation-apply-cid', fabrikamKey, confirmation, 'Fabrikam')
  expect(ran.err).toEqual([])
  const args = { ProductKey: maskedKey, ConfirmationID: '[confirmation ID]', ActivationObjectName: 'Fabrikam' }
  expect(ran.calls).toEqual([call(service, 'DepositActiveDirectoryOfflineActivationConfirmation', args)])
  expect(ran.out.join('\n')).not.toContain(confirmation)
})

test.each(['contoso-2009', 'fabrikam-2025'])('%s: /rilc installs every licence file in its order', async (scenario) => {
  const ran = await onLab(scenario, 'DC01', '/rilc')
  expect(ran.code).toBe(0)
  expect(ran.calls).toHaveLength(3)
  for (const text of ran.calls) expect(text).toMatch(/^SoftwareLicensingService InstallLicense \{"License":"<\?xml/)
})

test('/skms with a name alone clears the port, and :PORT leaves the name alone', async () => {
  using lab = sharedLab('fabrikam-2025')
  const first = await lab.run('PC01', '/skms', 'kms09.example.test')
  expect(first.calls).toEqual([
    call(service, 'SetKeyManagementServiceMachine', { MachineName: 'kms09.example.test' }),
    call(service, 'ClearKeyManagementServicePort'),
  ])
  const second = await lab.run('PC01', '/skms', ':1700')
  expect(second.calls).toEqual([call(service, 'SetKeyManagementServicePort', { PortNumber: 1700 })])
  expect(second.text[0]).toContain('kms09.example.test, port 1700')
})

test('/ipk of a KMS host key writes the marker in both views of the registry', async () => {
  const ran = await onLab('contoso-2009', 'KMS01', '/ipk', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB')
  expect(ran.calls.slice(0, 2)).toEqual([
    call(service, 'InstallProductKey', { ProductKey: 'XXXXX-XXXXX-XXXXX-XXXXX-H8CTB' }),
    refresh,
  ])
  expect(ran.calls.slice(2).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'StdRegProv SetStringValue',
    'StdRegProv SetStringValue',
  ])
  expect(ran.calls[3]).toContain('Wow6432Node')
})

test('/ato spares a MAK that is activated, as the slmgr of Windows 8 does', async () => {
  const ran = await onLab('contoso-2009', 'MAK01', '/ato')
  expect(ran.code).toBe(0)
  expect(ran.calls).toEqual([refresh])
  expect(ran.text.join(' ')).toContain('no activation was spent')
})
