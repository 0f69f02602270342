import { AppFailure } from '../contract/app-error.ts'
import type { LicensedProduct } from '../contract/models/license-snapshot.ts'
import { sameGuid } from '../licensing/activation-id.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { explainKmsFailure } from '../licensing/kms-activation-failure.ts'
import { readKmsClientEvents, type KmsClientEvents } from '../licensing/kms-client-events.ts'
import { defaultKmsPort } from '../licensing/kms-facts.ts'
import { textOrNull, uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { readEvents } from './event-spans.ts'
import { findLicensingObject, readLicensingObject } from './licensing-object.ts'
import { readTargetTime } from './licensing-events.ts'
import { isLostConnection } from './lost-connection.ts'
import { pollUntil } from './poll.ts'

/** Which KMS host answered. */
export interface KmsAnswer {
  /** Name and port as the client asked it; null where neither events nor properties tell. */
  readonly host: string | null
  /** The host's count at that moment; null where no event tells. */
  readonly count: number | null
}

/** Milliseconds that Windows has to write its events, and how often they are looked for. */
const times = { every: 500, atMost: 3000 }

/** Events carry whole seconds. */
const wholeSecond = (time: Date): Date => new Date(Math.floor(time.getTime() / 1000) * 1000)

const read = async (
  context: ActionContext,
  { activationId }: LicensedProduct,
  since: Date,
): Promise<KmsClientEvents> => {
  const codes = [kmsEvents.clientRequest, kmsEvents.clientAnswer]
  const events = readKmsClientEvents(
    await readEvents(context, { log: 'Application', codes, since: wholeSecond(since) }),
  )
  const requests = events.requests.filter(
    (one) => one.activationId === null || sameGuid(one.activationId, activationId),
  )
  return { ...events, requests }
}

/** Null where the log cannot be read: what is known without it is told all the same. */
const readOrNull = async (
  context: ActionContext,
  product: LicensedProduct,
  since: Date,
): Promise<KmsClientEvents | null> => {
  try {
    return await pollUntil(
      context,
      () => read(context, product, since),
      ({ requests }) => requests.length > 0,
      times,
    )
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return null
  }
}

/** The Lab has a time of its own, which says nothing about the clock here. */
const clockAhead = async (context: ActionContext): Promise<number | null> =>
  context.target.place === 'lab'
    ? null
    : Math.round(((await readTargetTime(context)).getTime() - context.now().getTime()) / 60_000)

/** The failure of a KMS client's activation, explained by its events since a time of its own clock. Throws WmiError. */
export const kmsFailure = async (
  context: ActionContext,
  { product, code, since }: { readonly product: LicensedProduct; readonly code: number; readonly since: Date },
): Promise<AppFailure> => {
  const events = await readOrNull(context, product, since)
  const { message, remedy, hresult } = explainKmsFailure({ code, events, clockAhead: await clockAhead(context) })
  return new AppFailure({
    code: 'licensing-refused',
    message: `${product.name} was not activated. ${message}`,
    remedy,
    hresult,
    retryable: true,
  })
}

const namedHost = async (context: ActionContext, { activationId }: LicensedProduct): Promise<string | null> => {
  const object = await findLicensingObject(context, activationId)
  const row = await readLicensingObject(context, object, [
    'KeyManagementServiceMachine',
    'KeyManagementServicePort',
    'DiscoveredKeyManagementServiceMachineName',
    'DiscoveredKeyManagementServiceMachinePort',
  ])
  const fixed = textOrNull(row, 'KeyManagementServiceMachine')
  if (fixed !== null) return `${fixed}:${uint(row, 'KeyManagementServicePort') || defaultKmsPort}`
  const found = textOrNull(row, 'DiscoveredKeyManagementServiceMachineName')
  return found === null ? null : `${found}:${uint(row, 'DiscoveredKeyManagementServiceMachinePort') || defaultKmsPort}`
}

/** Which KMS host activated a product since a time of the computer's own clock; null where another way did. Throws WmiError. */
export const readKmsAnswer = async (
  context: ActionContext,
  product: LicensedProduct,
  since: Date,
): Promise<KmsAnswer | null> => {
  if (product.activatedBy === 'active-directory' || product.activatedBy === 'token') return null
  const events = await readOrNull(context, product, since)
  const host = events?.requests.find(({ resultCode }) => resultCode === 0)?.host ?? null
  return { host: host ?? (await namedHost(context, product)), count: events?.answers[0]?.count ?? null }
}
