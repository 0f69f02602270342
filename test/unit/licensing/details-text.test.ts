import { describe, expect, it } from 'vitest'
import { LicensingDetails } from '../../../src-main/contract/models/licensing-details.ts'
import { detailsQueries, generationOf } from '../../../src-main/licensing/details-columns.ts'
import { detailsLines, detailsText } from '../../../src-main/licensing/details-text.ts'
import { expiryOf, expiryTextLines } from '../../../src-main/licensing/expiry-text.ts'
import { classesOf, clientRow, detailsOf, officeId, productId, productOf } from './details-fixture.ts'

const verbose = { scope: 'default', verbose: true } as const
const brief = { scope: 'default', verbose: false } as const
const host = {
  Description: 'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel',
  IsKeyManagementServiceMachine: 1,
  KeyManagementServiceCurrentCount: 26,
  KeyManagementServiceTotalRequests: 31,
  KeyManagementServiceFailedRequests: 1,
  KeyManagementServiceUnlicensedRequests: 2,
  KeyManagementServiceLicensedRequests: 3,
  KeyManagementServiceOOBGraceRequests: 20,
  KeyManagementServiceOOTGraceRequests: 4,
  KeyManagementServiceNonGenuineGraceRequests: 0,
  KeyManagementServiceNotificationRequests: 1,
  GracePeriodRemaining: 0,
}
const retail = { Description: 'Windows Operating System - Windows(R), RETAIL channel', GracePeriodRemaining: 0 }
const mak = { Description: 'Windows Operating System - Windows(R), VOLUME_MAK channel', GracePeriodRemaining: 0 }
const avma = {
  Description: 'Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel',
  IAID: 'iaid-1',
  GracePeriodRemaining: 10_080,
}

describe('slmgr /dlv of a KMS client', () => {
  const identity = [
    'Software licensing service version: 6.1.7601.17514',
    '',
    'Name: Windows Server(R), ServerStandard edition',
    'Description: Windows Operating System - Windows Server(R), VOLUME_KMSCLIENT channel',
    `Activation ID: ${productId}`,
    'Application ID: 55c92734-d682-4d71-983e-d6ec3f16059f',
    'Extended PID: 00477-001-0000421-84960',
  ]
  const installation = 'Installation ID: 123456123456123456123456123456123456123456123456'
  const status = [
    'Partial Product Key: BPR7J',
    'License Status: Licensed',
    'Volume activation expiration: 259199 minute(s) (180 day(s))',
  ]

  it('in Windows 7: no channel, days rounded down, no heading', () => {
    expect(detailsLines(detailsOf('6.1', [{}]), verbose)).toEqual([
      ...identity,
      installation,
      'Partial Product Key: BPR7J',
      'License Status: Licensed',
      'Volume activation expiration: 259199 minute(s) (179 day(s))',
      'Remaining Windows rearm count: 3',
      '',
      'Key Management Service client information',
      '    Client Machine ID (CMID): b9fd9d82-ce0c-4c6b-8c6a-36b4d55efc6d',
      '    KMS machine name from DNS: kms01.contoso.com:1688',
      '    KMS machine extended PID: 06401-00206-491-411285-03-1031-9600.0000-0802017',
      '    Activation interval: 120 minutes',
      '    Renewal interval: 10080 minutes',
      '    KMS host caching is enabled',
      '',
    ])
  })

  it('in Windows 8: the configured type and the heading, days rounded up', () => {
    const lines = detailsLines(detailsOf('6.2', [{}]), verbose)
    expect(lines.slice(0, 8)).toEqual([...identity, installation])
    expect(lines.slice(8, 16)).toEqual([
      ...status,
      'Remaining Windows rearm count: 3',
      'Configured Activation Type: All',
      '',
      'Most recent activation information:',
      'Key Management Service client information',
    ])
    expect(lines.join('\n')).not.toContain('IP address')
  })

  it.each(['6.3', 'server-2019', '23h2'] as const)(
    'in %s: channel, address and the rearms of the product',
    (generation) => {
      const lines = detailsLines(detailsOf(generation, [{}]), verbose)
      expect(lines).toEqual([
        ...identity,
        'Product Key Channel: Volume:GVLK',
        installation,
        ...status,
        'Remaining Windows rearm count: 3',
        'Remaining SKU rearm count: 1001',
        'Configured Activation Type: All',
        '',
        'Most recent activation information:',
        'Key Management Service client information',
        '    Client Machine ID (CMID): b9fd9d82-ce0c-4c6b-8c6a-36b4d55efc6d',
        '    KMS machine name from DNS: kms01.contoso.com:1688',
        '    KMS machine IP address: 192.0.2.10',
        '    KMS machine extended PID: 06401-00206-491-411285-03-1031-9600.0000-0802017',
        '    Activation interval: 120 minutes',
        '    Renewal interval: 10080 minutes',
        '    KMS host caching is enabled',
        '',
      ])
    },
  )

  it.each([
    [{ KeyManagementServiceMachine: 'kms02.contoso.com' }, '    Registered KMS machine name: kms02.contoso.com:1688'],
    [
      { KeyManagementServiceMachine: 'kms02.contoso.com', KeyManagementServicePort: 1690 },
      '    Registered KMS machine name: kms02.contoso.com:1690',
    ],
    [{ DiscoveredKeyManagementServiceMachinePort: 0 }, '    DNS auto-discovery: KMS name not available'],
    [{ DiscoveredKeyManagementServiceMachineName: '' }, '    DNS auto-discovery: KMS name not available'],
    [{ KeyManagementServiceLookupDomain: 'corp.example' }, '    Registered KMS SRV record lookup domain: corp.example'],
    [{ DiscoveredKeyManagementServiceMachineIpAddress: null }, '    KMS machine IP address: not available'],
    [{ VLActivationTypeEnabled: 1 }, 'Configured Activation Type: AD'],
    [{ VLActivationTypeEnabled: 2 }, 'Configured Activation Type: KMS'],
    [{ VLActivationTypeEnabled: 3 }, 'Configured Activation Type: Token'],
    [{ VLActivationInterval: null }, '    Activation interval:  minutes'],
  ])('with %j', (row, line) => {
    expect(detailsLines(detailsOf('6.3', [row]), verbose)).toContain(line)
  })

  it('warns where a fixed name stands over a lookup domain', () => {
    const row = { KeyManagementServiceLookupDomain: 'corp.example', KeyManagementServiceMachine: 'kms02' }
    expect(detailsText(detailsOf('6.3', [row]), brief)).toContain('overrides the registered lookup domain')
    expect(detailsText(detailsOf('6.1', [row]), brief)).not.toContain('lookup domain')
  })

  it('that is not licensed tells to activate it and shows no KMS block', () => {
    const lines = detailsLines(detailsOf('6.3', [{ LicenseStatus: 2 }]), brief)
    expect(lines).toContain('Time remaining: 259199 minute(s) (180 day(s))')
    expect(lines.filter((line) => line.includes('/ato'))).toHaveLength(1)
    expect(lines.join('\n')).not.toContain('CMID')
  })

  it('that Active Directory activated shows the activation object instead', () => {
    const row = {
      VLActivationType: 1,
      ADActivationObjectName: 'Contoso AO',
      ADActivationObjectDN: 'CN=Contoso AO,CN=Activation Objects',
      ADActivationCsvlkPid: '55041-00168-305-190595-03-1033-9200.0000-2762024',
      ADActivationCsvlkSkuId: 'cafe0000-0000-4000-8000-000000000000',
    }
    const block = [
      '',
      'Most recent activation information:',
      'AD Activation client information',
      '    Activation Object name: Contoso AO',
      '    AO DN: CN=Contoso AO,CN=Activation Objects',
      '    AO extended PID: 55041-00168-305-190595-03-1033-9200.0000-2762024',
      '    AO activation ID: cafe0000-0000-4000-8000-000000000000',
      '',
    ]
    expect(detailsLines(detailsOf('6.2', [row]), brief).slice(-8)).toEqual(block)
    expect(detailsText(detailsOf('6.1', [row]), brief)).not.toContain('AO DN')
  })

  it('that a token activated shows its licence', () => {
    const row = {
      TokenActivationILID: 'ilid',
      TokenActivationILVID: 16,
      TokenActivationGrantNumber: 1,
      TokenActivationCertificateThumbprint: 'AB12',
      TokenActivationAdditionalInfo: 'More',
    }
    const block = [
      'Token-based Activation information',
      '    License ID (ILID): ilid',
      '    Version ID (ILvID): 16',
      '    Grant Number: 1',
      '    Certificate Thumbprint: AB12',
      '',
    ]
    const seven = detailsLines(detailsOf('6.1', [row]), brief)
    expect(seven.slice(-7)).toEqual(['', ...block])
    expect(seven).toContain('Additional Information: More')
    expect(detailsLines(detailsOf('6.2', [row]), brief).slice(-8)).toEqual([
      '',
      'Most recent activation information:',
      ...block,
    ])
  })
})

describe('other kinds of products', () => {
  it('a KMS host shows its count, its settings and the requests', () => {
    const lines = detailsLines(detailsOf('6.1', [host], { KeyManagementServiceLowPriority: true }), brief)
    expect(lines.slice(3)).toEqual([
      'Partial Product Key: BPR7J',
      'License Status: Licensed',
      '',
      'Key Management Service is enabled on this machine',
      '    Current count: 26',
      '    Listening on Port: 1688',
      '    DNS publishing enabled',
      '    KMS priority: Low',
      '',
      'Key Management Service cumulative requests received from clients',
      '    Total requests received: 31',
      '    Failed requests received: 1',
      '    Requests with License Status Unlicensed: 2',
      '    Requests with License Status Licensed: 3',
      '    Requests with License Status Initial grace period: 20',
      '    Requests with License Status License expired or Hardware out of tolerance: 4',
      '    Requests with License Status Non-genuine grace period: 0',
      '    Requests with License Status Notification: 1',
      '',
    ])
  })

  it('a KMS host that had no request has a count of -1 and no list', () => {
    const fresh = { ...host, KeyManagementServiceCurrentCount: 0xffffffff, KeyManagementServiceTotalRequests: null }
    const settings = { KeyManagementServiceListeningPort: 1690, KeyManagementServiceDnsPublishing: false }
    const lines = detailsLines(detailsOf('6.3', [fresh], settings), brief)
    expect(lines.slice(-6)).toEqual([
      'Key Management Service is enabled on this machine',
      '    Current count: -1',
      '    Listening on Port: 1690',
      '    DNS publishing disabled',
      '    KMS priority: Normal',
      '',
    ])
  })

  it('a key of a KMS host that is not activated shows no host block', () => {
    const lines = detailsLines(detailsOf('6.3', [{ ...host, IsKeyManagementServiceMachine: 0 }]), brief)
    expect(lines.join('\n')).not.toContain('Current count')
  })

  it.each([
    ['retail', retail],
    ['mak', mak],
  ])('%s: URLs as each version prints them, and no block', (_, row) => {
    const urls = (generation: '6.1' | '6.2') =>
      detailsLines(detailsOf(generation, [row]), verbose).filter((line) => line.includes('URL'))
    expect(urls('6.1')).toEqual([
      'Processor Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88338',
      'Machine Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88339',
      'Use License URL: ',
      'Product Key Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88340',
    ])
    expect(urls('6.2')).toEqual([
      'Processor Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88338',
      'Machine Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88339',
      'Product Key Certificate URL: http://go.microsoft.com/fwlink/?LinkID=88340',
      'Validation URL: https://validation.example/',
    ])
    expect(detailsLines(detailsOf('6.3', [row]), brief).slice(-2)).toEqual(['License Status: Licensed', ''])
  })

  it('a virtual machine that its host activates shows the host, and no URL', () => {
    const seen = {
      ...avma,
      AutomaticVMActivationHostMachineName: 'HV01',
      AutomaticVMActivationLastActivationTime: new Date('2026-11-20T23:30:00Z'),
    }
    const lines = detailsLines(detailsOf('6.3', [seen]), verbose)
    expect(lines.slice(-9)).toEqual([
      'Remaining SKU rearm count: 1001',
      'Guest IAID: iaid-1',
      '',
      'Most recent activation information:',
      'Automatic VM Activation client information',
      '    Host machine name: HV01',
      '    Activation time: 2026-11-21 01:30:00',
      '    Host Digital PID2: Not Available',
      '',
    ])
    expect(lines).toContain('Automatic VM activation expiration: 10080 minute(s) (7 day(s))')
    expect(lines.join('\n')).not.toContain('URL')
    expect(detailsLines(detailsOf('6.3', [{ ...avma, IAID: null }]), brief).slice(-2)).toEqual([
      'Guest IAID: Not Available',
      '',
    ])
  })

  it('an evaluation shows its end and the trusted time in the computer’s own time', () => {
    const evaluation = {
      Description: 'Windows(R) Operating System, TIMEBASED_EVAL channel',
      EvaluationEndDate: new Date('2027-01-01T23:00:00Z'),
      TrustedTime: new Date('2026-11-22T13:59:00Z'),
    }
    const lines = detailsLines(detailsOf('6.3', [evaluation]), verbose)
    expect(lines).toContain('Timebased activation expiration: 259199 minute(s) (180 day(s))')
    expect(lines).toContain('Evaluation End Date: 2027-01-02 01:00:00')
    expect(lines).toContain('Trusted time: 2026-11-22 15:59:00')
    const none = { EvaluationEndDate: new Date('1601-01-01T00:00:00Z'), TrustedTime: null }
    expect(detailsText(detailsOf('6.3', [none]), verbose)).not.toMatch(/Evaluation End|Trusted/)
    expect(detailsText(detailsOf('6.3', [{ ...evaluation, LicenseStatus: 0 }]), verbose)).not.toContain(
      'Evaluation End',
    )
  })

  it('Office shows the rearms of the application from 8.1 on, of Windows before', () => {
    const addon = { ApplicationID: officeId, LicenseIsAddon: true }
    expect(detailsLines(detailsOf('6.3', [addon]), verbose)).toContain('Remaining App rearm count: 5')
    expect(detailsLines(detailsOf('6.2', [addon]), verbose)).toContain('Remaining Windows rearm count: 3')
  })
})

describe('status lines', () => {
  it.each([
    [{ LicenseStatus: 0 }, ['License Status: Unlicensed']],
    [{ LicenseStatus: 1, GracePeriodRemaining: 0 }, ['License Status: Licensed']],
    [
      { LicenseStatus: 2, GracePeriodRemaining: 1 },
      ['License Status: Initial grace period', 'Time remaining: 1 minute(s) (1 day(s))'],
    ],
    [
      { LicenseStatus: 3, GracePeriodRemaining: 1440 },
      [
        'License Status: Additional grace period (KMS license expired or hardware out of tolerance)',
        'Time remaining: 1440 minute(s) (1 day(s))',
      ],
    ],
    [
      { LicenseStatus: 4, GracePeriodRemaining: 1441 },
      ['License Status: Non-genuine grace period.', 'Time remaining: 1441 minute(s) (2 day(s))'],
    ],
    [
      { LicenseStatus: 5, LicenseStatusReason: 0xc004f200 },
      ['License Status: Notification', 'Notification Reason: 0xC004F200 (non-genuine).'],
    ],
    [
      { LicenseStatus: 5, LicenseStatusReason: 0xc004f009 },
      ['License Status: Notification', 'Notification Reason: 0xC004F009 (grace time expired).'],
    ],
    [
      { LicenseStatus: 5, LicenseStatusReason: 0xc004f034 },
      ['License Status: Notification', 'Notification Reason: 0xC004F034.'],
    ],
    [
      { LicenseStatus: 6, GracePeriodRemaining: 0 },
      ['License Status: Extended grace period', 'Time remaining: 0 minute(s) (0 day(s))'],
    ],
    [{ LicenseStatus: 9 }, ['License Status: Unknown']],
  ])('%j', (row, lines) => {
    expect(detailsLines(detailsOf('6.3', [{ ...retail, ...row }]), brief).slice(4, -1)).toEqual(lines)
  })

  it('a product without a key is not in use', () => {
    const spare = { PartialProductKey: null, LicenseStatus: 0 }
    const lines = detailsLines(detailsOf('6.3', [{ ...retail, ...spare }]), { scope: 'all', verbose: false })
    expect(lines[3]).toBe('This license is not in use.')
  })
})

describe('which products are shown', () => {
  const others = detailsOf('6.3', [
    { ...retail, ID: 'a', Name: 'primary' },
    { ...retail, ID: 'b', Name: 'add-on', LicenseIsAddon: true },
    { ...retail, ID: 'c', Name: 'office add-on', ApplicationID: officeId, LicenseIsAddon: true },
    { ...retail, ID: 'd', Name: 'office', ApplicationID: officeId },
    { ...retail, ID: 'e', Name: 'spare add-on', LicenseIsAddon: true, PartialProductKey: null },
  ])
  const names = (scope: 'default' | 'all' | (string & {})) =>
    detailsLines(others, { scope, verbose: false }).filter((line) => line.startsWith('Name: '))

  it('without an argument the primary one and every add-on with a key', () => {
    expect(names('default')).toEqual(['Name: primary', 'Name: add-on', 'Name: office add-on'])
  })
  it('with all, all of them', () => {
    expect(names('all')).toHaveLength(5)
  })
  it('with an ID that one, in any case and with braces, without the blank line at the end', () => {
    expect(names('{D}')).toEqual(['Name: office'])
    expect(detailsLines(others, { scope: 'd', verbose: false }).at(-1)).not.toBe('')
  })
  it('none: says so', () => {
    expect(detailsLines(others, { scope: 'zz', verbose: false })).toEqual(['Error: product key not found.'])
    expect(expiryTextLines(detailsOf('6.3', []), null)).toEqual(['Error: product key not found.'])
  })
})

describe('the subscription block', () => {
  const subscription = {
    SubscriptionType: 0,
    SubscriptionStatus: 1,
    SubscriptionEdition: 'Enterprise',
    SubscriptionExpiry: '2027-01-01',
  }
  it('ends the newest output', () => {
    expect(detailsLines(detailsOf('23h2', [{}], subscription), brief).slice(-6)).toEqual([
      'Subscription information:',
      '    Edition: Enterprise',
      '    Type: User based',
      '    Status: Active',
      '    Expiry: 2027-01-01',
      '',
    ])
  })
  it.each([
    [{ SubscriptionType: 1, SubscriptionStatus: 100 }, ['    Type: Device based', '    Status: Disabled']],
    [{ SubscriptionType: 2, SubscriptionStatus: 120 }, ['    Type: Azure based', '    Status: Expired']],
    [{ SubscriptionStatus: 7, SubscriptionExpiry: '<unspecified>' }, ['    Status: Not active', '    Expiry: Unknown']],
  ])('%j', (row, lines) => {
    expect(detailsLines(detailsOf('23h2', [{}], { ...subscription, ...row }), brief)).toEqual(
      expect.arrayContaining(lines),
    )
  })
  it.each([
    ['a type that means none', '23h2', { ...subscription, SubscriptionType: 120 }],
    ['a version without it', 'server-2019', subscription],
    ['no type', '23h2', { ...subscription, SubscriptionType: null }],
  ] as const)('is absent for %s', (_, generation, service) => {
    expect(detailsText(detailsOf(generation, [{}], service), verbose)).not.toContain('Subscription')
  })
})

describe('slmgr /xpr, counted from the computer’s own clock', () => {
  it.each([
    [{ GracePeriodRemaining: 60 }, '    Volume activation will expire 2026-11-22 17:00:00', '2026-11-22T15:00:00.000Z'],
    [{ GracePeriodRemaining: 0 }, '    The machine is permanently activated.', null],
    [
      { ...avma, GracePeriodRemaining: 60 },
      '    Automatic VM activation will expire 2026-11-22 17:00:00',
      '2026-11-22T15:00:00.000Z',
    ],
    [
      { Description: 'TIMEBASED_EVAL channel', GracePeriodRemaining: 1440 },
      '    Timebased activation will expire 2026-11-23 16:00:00',
      '2026-11-23T14:00:00.000Z',
    ],
    [{ LicenseStatus: 0 }, '    Unlicensed', null],
    [
      { LicenseStatus: 2, GracePeriodRemaining: 60 },
      '    Initial grace period ends 2026-11-22 17:00:00',
      '2026-11-22T15:00:00.000Z',
    ],
    [
      { LicenseStatus: 3, GracePeriodRemaining: 60 },
      '    Additional grace period ends 2026-11-22 17:00:00',
      '2026-11-22T15:00:00.000Z',
    ],
    [
      { LicenseStatus: 4, GracePeriodRemaining: 60 },
      '    Non-genuine grace period ends 2026-11-22 17:00:00',
      '2026-11-22T15:00:00.000Z',
    ],
    [{ LicenseStatus: 5 }, '    Windows is in Notification mode', null],
    [
      { LicenseStatus: 6, GracePeriodRemaining: 60 },
      '    Extended grace period ends 2026-11-22 17:00:00',
      '2026-11-22T15:00:00.000Z',
    ],
  ])('%j', (row, line, endsAt) => {
    const details = detailsOf('6.3', [row])
    expect(expiryTextLines(details, null)).toEqual([`${clientRow.Name}:`, line])
    expect(expiryOf(details, productOf(details))).toMatchObject({ endsAt, slmgr: line.trim() })
  })

  it('prints nothing below the name for a status that it does not know', () => {
    expect(expiryTextLines(detailsOf('6.3', [{ LicenseStatus: 7 }]), null)).toEqual([`${clientRow.Name}:`])
  })

  it('speaks of Windows with a key alone, or of the product with the ID', () => {
    const details = detailsOf('6.3', [
      { ID: 'a', Name: 'Windows' },
      { ID: 'b', Name: 'ESU', LicenseIsAddon: true },
      { ID: 'c', Name: 'Office', ApplicationID: officeId },
      { ID: 'd', Name: 'spare', PartialProductKey: '' },
    ])
    const names = (id: string | null) => expiryTextLines(details, id).filter((line) => line.endsWith(':'))
    expect(names(null)).toEqual(['Windows:', 'ESU:'])
    expect(names('C')).toEqual(['Office:'])
    expect(names('d')).toEqual([])
  })

  it('tells the day of the computer in a sentence', () => {
    const details = detailsOf('6.3', [{ GracePeriodRemaining: 9 * 60 }])
    // 16:00 there and nine hours more is the next day, though it is still the same day in UTC.
    expect(expiryOf(details, productOf(details)).sentence).toContain('23 November 2026')
  })
})

describe('what is asked', () => {
  it.each(['6.1', '6.2', '6.3', 'server-2019', '23h2'] as const)(
    'the queries of %s name what the classes have',
    (generation) => {
      const classes = classesOf(generation)
      const { service, products } = detailsQueries(classes, '')
      const named = (query: string) => query.replace(/^SELECT (.*) FROM .*$/, '$1').split(', ')
      expect(classes.service).toEqual(expect.arrayContaining(named(service)))
      expect(classes.product).toEqual(expect.arrayContaining(named(products)))
      expect(service.includes('OA3x')).toBe(generation === 'server-2019' || generation === '23h2')
      expect(products).not.toContain('OA3x')
      expect(generationOf(classes)).toBe(generation)
    },
  )

  it('fits the contract', () => {
    const details = detailsOf('23h2', [host, avma, {}])
    expect(LicensingDetails.parse(details)).toEqual(details)
  })
})
