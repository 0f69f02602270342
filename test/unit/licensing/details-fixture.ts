import type {
  LicensingDetails,
  LicensingGeneration,
  ProductDetails,
} from '../../../src-main/contract/models/licensing-details.ts'
import { productProperties, serviceProperties } from '../../../src-main/licensing/licensing-schema.ts'
import { toLicensingDetails } from '../../../src-main/licensing/licensing-details.ts'

const generations: readonly LicensingGeneration[] = ['6.1', '6.2', '6.3', 'server-2019', '23h2']
export const windowsId = '55c92734-d682-4d71-983e-d6ec3f16059f'
export const officeId = '0ff1ce15-a989-479d-af46-f275c6370663'
export const productId = '68531fb9-5511-4989-97be-d11a0f55633f'

const upTo = (lists: Readonly<Record<LicensingGeneration, readonly string[]>>, generation: LicensingGeneration) =>
  generations.slice(0, generations.indexOf(generation) + 1).flatMap((one) => lists[one])

/** What the licensing classes of a generation have. */
export const classesOf = (generation: LicensingGeneration) => ({
  service: upTo(serviceProperties, generation),
  product: upTo(productProperties, generation),
})

export const serviceRow = {
  Version: '6.1.7601.17514',
  ClientMachineID: 'b9fd9d82-ce0c-4c6b-8c6a-36b4d55efc6d',
  KeyManagementServiceListeningPort: 0,
  KeyManagementServiceDnsPublishing: true,
  KeyManagementServiceLowPriority: false,
  KeyManagementServiceHostCaching: true,
  RemainingWindowsReArmCount: 3,
}

export const clientRow = {
  ID: productId,
  ApplicationID: windowsId,
  Name: 'Windows Server(R), ServerStandard edition',
  Description: 'Windows Operating System - Windows Server(R), VOLUME_KMSCLIENT channel',
  PartialProductKey: 'BPR7J',
  LicenseIsAddon: false,
  LicenseStatus: 1,
  LicenseStatusReason: 0x4004f040,
  GracePeriodRemaining: 259_199,
  ProductKeyID: '00477-001-0000421-84960',
  ProductKeyChannel: 'Volume:GVLK',
  OfflineInstallationId: '123456123456123456123456123456123456123456123456',
  ProcessorURL: 'http://go.microsoft.com/fwlink/?LinkID=88338',
  MachineURL: 'http://go.microsoft.com/fwlink/?LinkID=88339',
  UseLicenseURL: null,
  ProductKeyURL: 'http://go.microsoft.com/fwlink/?LinkID=88340',
  ValidationURL: 'https://validation.example/',
  KeyManagementServiceMachine: null,
  KeyManagementServicePort: 0,
  KeyManagementServiceLookupDomain: null,
  DiscoveredKeyManagementServiceMachineName: 'kms01.contoso.com',
  DiscoveredKeyManagementServiceMachinePort: 1688,
  DiscoveredKeyManagementServiceMachineIpAddress: '192.0.2.10',
  KeyManagementServiceProductKeyID: '06401-00206-491-411285-03-1031-9600.0000-0802017',
  VLActivationInterval: 120,
  VLRenewalInterval: 10_080,
  VLActivationTypeEnabled: 0,
  VLActivationType: 2,
  TokenActivationILVID: 0xffffffff,
  RemainingAppReArmCount: 5,
  RemainingSkuReArmCount: 1001,
}

type Row = Readonly<Record<string, unknown>>

/** Details of a computer of a generation: rows hold what the class has, as WMI would answer. */
export const detailsOf = (
  generation: LicensingGeneration,
  products: readonly Row[],
  service: Row = {},
): LicensingDetails =>
  toLicensingDetails({
    classes: classesOf(generation),
    service: { ...serviceRow, ...service },
    products: products.map((row) => ({ ...clientRow, ...row })),
    operatingSystem: { Caption: 'Windows', Version: '10.0.20348', BuildNumber: '20348' },
    fullName: 'srv01.contoso.com',
    // 14:00 UTC, two hours ahead of it, five hours ahead of the app's own clock.
    clock: { time: '2026-11-22T14:00:00.000Z', utcOffset: 120, ahead: 18_000 },
    readAt: new Date('2026-11-22T09:00:00.000Z'),
    mayBeIncomplete: false,
  })

export const productOf = (details: LicensingDetails): ProductDetails => {
  const [product] = details.products
  if (product === undefined) throw new Error('no product')
  return product
}
