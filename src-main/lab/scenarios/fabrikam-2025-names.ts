import { labKeys } from '../fictional-keys.ts'
import { windowsDay } from '../licensing/kms-figures.ts'
import { skusOf } from '../licensing/sku-catalogue.ts'
import { guidFrom, randomFrom } from '../random.ts'
import type { AdActivation } from '../world/state.ts'
import { server2025Datacenter } from './windows-versions-10.ts'

export const fabrikam = 'fabrikam-2025'
export const corp = 'corp.fabrikam.test'
export const plant = 'plant.fabrikam.test'
export const fabrikamAdmin = 'fabrikam\\admin'
export const fabrikamHelpdesk = 'fabrikam\\helpdesk'

/** Every fictional key of the scenario. */
export const fabrikamScenarioKeys = Object.values(labKeys).filter(({ id }) => id.startsWith('fabrikam-'))

/** The KMS host of the scenario, as its clients know it. */
export const kmsHost = {
  name: `KMS01.${corp}`,
  port: 1688,
  address: '10.40.0.11',
  productKeyId: '06401-00206-491-411285-03-1033-20348.0000-0802025',
  officeProductKeyId: '06401-00218-491-630177-03-1033-20348.0000-0802025',
} as const

/** The client on which somebody installed a host key. */
export const rogueHost = {
  name: `ROGUE01.${corp}`,
  port: 1688,
  address: '10.40.2.30',
  productKeyId: '06401-00230-005-018234-03-1033-19045.0000-2602025',
} as const

/** Where a KMS host once was: the record stayed, the computer is gone. */
export const deadHost = { target: `kmsold.${corp}`, port: 1688, priority: 0, weight: 0, ttl: 3600 } as const

/** Client machine ID of a computer of the scenario. */
export const cmidOf = (name: string): string => guidFrom(randomFrom(`${fabrikam} cmid ${name.toLowerCase()}`))

/** documented: where activation objects lie, and what a computer remembers of one (kms.md 5, slmgr.md 3.4a). */
export const plantObject: AdActivation = {
  objectName: 'Fabrikam plant',
  objectDn:
    'CN=Fabrikam plant,CN=Activation Objects,CN=Microsoft SPP,CN=Services,CN=Configuration,DC=plant,DC=fabrikam,DC=test',
  csvlkPid: '06401-00240-271-004711-03-1033-26100.0000-1002025',
  csvlkSkuId: skusOf(server2025Datacenter).find(({ channel }) => channel === 'VOLUME_KMS_WS25')?.activationId ?? '',
}

/** Days before the start of the Lab's clock, in milliseconds. */
export const daysBefore = (start: number, days: number): number => start - days * windowsDay
