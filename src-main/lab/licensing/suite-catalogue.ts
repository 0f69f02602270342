import { guidFrom, randomFrom } from '../random.ts'
import { kindOfChannel, officeApplicationId, requiredCounts, windowsApplicationId, type Sku } from './sku.ts'

interface Suite {
  readonly suite: string
  readonly applicationId: string
  readonly release: number
  readonly isAddon: boolean
  readonly dependsOn: string | null
  /** Name, family, what stands before the channel in Description, and the channel, of each product. */
  readonly products: readonly (readonly [name: string, family: string, before: string, channel: string, id?: string])[]
}

/**
 * Products beside Windows. observed: Office's products stand in the same classes from Windows 8 on (slmgr.md 7.6), and
 * their names have the shape "Office 21, …_KMS_Client_AE edition". assumed: the activation ID of the KMS client, from
 * general knowledge; the other IDs are made up. documented: an add-on is a product of Windows' application with
 * LicenseIsAddon (slmgr.md 3.1). assumed: name and family of the add-on for extended security updates.
 */
const suites: readonly Suite[] = [
  {
    suite: 'office-2021',
    applicationId: officeApplicationId,
    release: 2021,
    isAddon: false,
    dependsOn: null,
    products: [
      [
        'Office 21, Office21ProPlus2021VL_KMS_Client_AE edition',
        'Office21ProPlus2021VL_KMS_Client',
        'Office 21',
        'VOLUME_KMSCLIENT',
        'fbdb3e18-a8ef-4fb3-9183-dffd60bd0984',
      ],
      ['Office 21, Office21ProPlus2021VL_MAK_AE1 edition', 'Office21ProPlus2021VL_MAK_AE1', 'Office 21', 'VOLUME_MAK'],
    ],
  },
  {
    suite: 'office-2021-kms-host',
    applicationId: officeApplicationId,
    release: 2021,
    isAddon: false,
    dependsOn: null,
    products: [['Office 21, Office21_KMSHost edition', 'Office21_KMSHost', 'Office 21', 'VOLUME_KMS']],
  },
  {
    suite: 'windows-10-esu',
    applicationId: windowsApplicationId,
    release: 2016,
    isAddon: true,
    dependsOn: windowsApplicationId,
    products: [
      [
        'Windows(R), Client-ESU-Year1 add-on for Enterprise,Education,Professional',
        'Client-ESU-Year1',
        'Windows(R) Operating System',
        'VOLUME_MAK',
      ],
    ],
  },
]

const skusOfSuite = ({ suite, applicationId, release, isAddon, dependsOn, products }: Suite): readonly Sku[] =>
  products.map(([name, family, before, channel, id]) => ({
    activationId: id ?? guidFrom(randomFrom(`sku ${suite} ${family} ${channel}`)),
    applicationId,
    name,
    description: `${before}, ${channel} channel`,
    kind: kindOfChannel(channel),
    channel,
    editionId: '',
    family,
    isAddon,
    dependsOn,
    minimum: requiredCounts.office,
    release,
    suite,
  }))

const bySuite = new Map(suites.map((suite) => [suite.suite, skusOfSuite(suite)] as const))

/** The products of a suite beside Windows; none for a name that the Lab does not know. */
export const skusOfSuiteNamed = (suite: string): readonly Sku[] => bySuite.get(suite) ?? []
