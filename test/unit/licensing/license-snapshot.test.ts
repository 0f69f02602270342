import { describe, expect, it } from 'vitest'
import { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import { type SnapshotRows, toLicenseSnapshot } from '../../../src-main/licensing/license-snapshot.ts'
import { productProperties, selectable, serviceProperties } from '../../../src-main/licensing/licensing-schema.ts'
import { snapshotColumns, snapshotQueries } from '../../../src-main/licensing/snapshot-queries.ts'

const windows = '55c92734-d682-4d71-983e-d6ec3f16059f'
const product = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ID: 'c99b641f-c4ea-4e63-bec3-5ed2ccd0f357',
  Name: 'Windows Server(R), ServerStandard edition',
  Description: 'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel',
  ApplicationID: windows,
  PartialProductKey: 'ABCDE',
  LicenseIsAddon: false,
  LicenseStatus: 1,
  LicenseStatusReason: 0x4004f040,
  GracePeriodRemaining: 0,
  IsKeyManagementServiceMachine: 1,
  KeyManagementServiceCurrentCount: 3,
  RequiredClientCount: 25,
  ...more,
})
const rows = (more: Partial<SnapshotRows> = {}): SnapshotRows => ({
  service: {
    Version: '6.1.7601.17514',
    ClientMachineID: '36f27b39-2fd5-440b-be67-a09996d27a38',
    KeyManagementServiceListeningPort: 0,
    KeyManagementServiceDnsPublishing: true,
  },
  products: [product()],
  operatingSystem: {
    Caption: 'Microsoft Windows Server 2008 R2 Standard ',
    Version: '6.1.7601',
    BuildNumber: '7601',
    ProductType: 3,
    CSName: 'KMS01',
  },
  computerSystem: { Name: 'KMS01', DNSHostName: 'kms01', Domain: 'Contoso.com', PartOfDomain: true },
  readAt: new Date('2026-11-22T12:00:00Z'),
  productAbilities: { activationType: false, productRearm: false },
  dnsSuffixes: null,
  mayBeIncomplete: false,
  ...more,
})
const snapshot = (more: Partial<SnapshotRows> = {}): LicenseSnapshot =>
  LicenseSnapshot.parse(toLicenseSnapshot(rows(more)))
const firstProduct = (more: Record<string, unknown>) => snapshot({ products: [product(more)] }).products[0]

describe('a licensing snapshot', () => {
  it('is put together from the rows', () => {
    expect(snapshot()).toEqual({
      readAt: '2026-11-22T12:00:00.000Z',
      computerName: 'KMS01',
      fullName: 'kms01.contoso.com',
      dnsDomain: 'contoso.com',
      osCaption: 'Microsoft Windows Server 2008 R2 Standard',
      osVersion: '6.1.7601',
      osBuild: 7601,
      isServer: true,
      serviceVersion: '6.1.7601.17514',
      clientMachineId: '36f27b39-2fd5-440b-be67-a09996d27a38',
      kmsListeningPort: 1688,
      kmsDnsPublishing: true,
      kmsClient: {
        host: null,
        port: null,
        lookupDomain: null,
        discoveredHost: null,
        discoveredPort: null,
        discoveredAddress: null,
        hostCaching: true,
        activationDisabled: null,
      },
      abilities: { lookupDomain: false, activationSwitch: false, activationType: false, productRearm: false },
      windowsRearmsLeft: null,
      dnsSuffixes: null,
      products: [
        {
          activationId: 'c99b641f-c4ea-4e63-bec3-5ed2ccd0f357',
          applicationId: windows,
          name: 'Windows Server(R), ServerStandard edition',
          description: 'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel',
          channel: 'VOLUME_KMS_R2_C',
          kind: 'kms-host',
          isWindows: true,
          isAddon: false,
          partialProductKey: 'ABCDE',
          status: 'licensed',
          statusReason: 0x4004f040,
          graceMinutes: 0,
          isKmsHost: true,
          currentCount: 3,
          requiredCount: 25,
          activationType: null,
          activatedBy: null,
          applicationRearmsLeft: null,
          productRearmsLeft: null,
        },
      ],
      mayBeIncomplete: false,
    })
  })

  it.each([0xffffffff, -1, '4294967295', null])('reads the count %j as none', (value) => {
    expect(firstProduct({ KeyManagementServiceCurrentCount: value })?.currentCount).toBeNull()
  })

  it('keeps a count of zero, which is normal at first', () => {
    expect(firstProduct({ KeyManagementServiceCurrentCount: 0 })?.currentCount).toBe(0)
  })

  it('reads a signed reason as unsigned', () => {
    expect(firstProduct({ LicenseStatusReason: 0xc004f009 | 0 })?.statusReason).toBe(0xc004f009)
  })

  it('recognises a host key before its activation and a host by its flag', () => {
    expect(firstProduct({ IsKeyManagementServiceMachine: 0, LicenseStatus: 0 })?.isKmsHost).toBe(true)
    const other = { Description: 'Windows, RETAIL channel' }
    expect(firstProduct({ ...other, IsKeyManagementServiceMachine: 1 })?.isKmsHost).toBe(true)
    expect(firstProduct({ ...other, IsKeyManagementServiceMachine: 0 })?.isKmsHost).toBe(false)
  })

  it('lists keyed products alone, the primary Windows product first', () => {
    const products = [
      product({ ID: 'office', ApplicationID: '0ff1ce15-a989-479d-af46-f275c6370663' }),
      product({ ID: 'unkeyed', PartialProductKey: null }),
      product({ ID: 'addon', LicenseIsAddon: true }),
      product({ ID: 'primary' }),
    ]
    expect(snapshot({ products }).products.map(({ activationId }) => activationId)).toEqual([
      'primary',
      'office',
      'addon',
    ])
  })

  it('finds properties in the spelling of the query', () => {
    const row = Object.fromEntries(Object.entries(product()).map(([name, value]) => [name.toLowerCase(), value]))
    expect(snapshot({ products: [row] }).products[0]?.applicationId).toBe(windows)
  })

  it('does not take a workgroup for a DNS domain', () => {
    const computerSystem = { Name: 'PC1', DNSHostName: 'pc1', Domain: 'WORKGROUP', PartOfDomain: false }
    expect(snapshot({ computerSystem })).toMatchObject({ fullName: 'pc1', dnsDomain: null })
    expect(snapshot({ computerSystem, workgroupDnsSuffix: 'lan.example' })).toMatchObject({
      fullName: 'pc1.lan.example',
      dnsDomain: 'lan.example',
    })
    expect(snapshot({ computerSystem, workgroupDnsSuffix: '' }).dnsDomain).toBeNull()
  })

  it('keeps a port that was set', () => {
    expect(snapshot({ service: { KeyManagementServiceListeningPort: 1700 } }).kmsListeningPort).toBe(1700)
  })

  it('takes a workstation for one, and a domain controller for a server', () => {
    expect(snapshot({ operatingSystem: { ...rows().operatingSystem, ProductType: 1 } }).isServer).toBe(false)
    expect(snapshot({ operatingSystem: { ...rows().operatingSystem, ProductType: 2 } }).isServer).toBe(true)
  })

  it('is made of empty rows without failing', () => {
    const empty = snapshot({ service: {}, operatingSystem: {}, computerSystem: {}, products: [] })
    expect(empty).toMatchObject({ products: [], clientMachineId: null, kmsListeningPort: 1688, kmsDnsPublishing: true })
  })
})

describe('the queries of a snapshot', () => {
  it('select nothing that Windows 7 lacks', () => {
    expect(snapshotColumns.SoftwareLicensingService.filter((name) => !serviceProperties['6.1'].includes(name))).toEqual(
      [],
    )
    expect(snapshotColumns.SoftwareLicensingProduct.filter((name) => !productProperties['6.1'].includes(name))).toEqual(
      [],
    )
  })
  it('ask for keyed products alone', () => {
    for (const wql of snapshotQueries.products)
      expect(wql).toMatch(/^SELECT ID, Name, .* FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL$/)
  })
  it('can be narrowed to what a class has', () => {
    expect(selectable(['Version', 'SubscriptionType'], ['VERSION', 'ClientMachineID'])).toEqual(['Version'])
  })
})
