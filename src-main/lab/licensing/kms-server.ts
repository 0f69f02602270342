import type { Draft } from 'immer'
import { labHresults } from '../lab-error.ts'
import { kmsLog, logEvent } from '../machine/event-log.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import type { Computer, KmsCountingState, KmsRequestCounts, KmsServerState } from '../world/state.ts'
import { eventTime, hexCode } from './event-text.ts'
import { kmsFigures } from './kms-figures.ts'
import { hostProduct, hostProducts, licenseStatus, statusAt, type KeyedProduct } from './product-status.ts'
import { hostServes } from './kms-reach.ts'
import { readSettings } from './settings.ts'
import { windowsApplicationId } from './sku-catalogue.ts'

/** What a KMS client sends. */
export interface KmsRequest {
  readonly clientName: string
  readonly cmid: string
  /** The client's clock, milliseconds. */
  readonly clientTime: number
  readonly licenseStatus: number
  readonly minutesToExpiration: number
  readonly activationId: string
  readonly applicationId: string
  /** Year of the client's release. */
  readonly release: number
  readonly minimum: number
}

/** What a KMS host answers: a code (0: taken), the count, and the intervals that the client adopts. */
export interface KmsResponse {
  readonly code: number
  readonly count: number
  readonly hostPid: string
  readonly activationInterval: number
  readonly renewalInterval: number
}

/** Counters of a KMS host that nobody asked yet. */
export const noRequests: KmsRequestCounts = {
  total: 0,
  failed: 0,
  unlicensed: 0,
  licensed: 0,
  oobGrace: 0,
  ootGrace: 0,
  nonGenuineGrace: 0,
  notification: 0,
}

/** Which counter a request raises, by the client's LicenseStatus (slmgr.md 7.1). */
const counters: Readonly<Record<number, keyof KmsRequestCounts>> = {
  0: 'unlicensed',
  1: 'licensed',
  2: 'oobGrace',
  3: 'ootGrace',
  4: 'nonGenuineGrace',
  5: 'notification',
}

/** Number of clients within the retention time. documented: 30 days (kms.md 1). */
export const currentCount = (server: Pick<KmsServerState, 'clients'>, clock: number): number =>
  Object.values(server.clients).filter(({ lastSeen }) => clock - lastSeen <= kmsFigures.retention).length

/**
 * Takes a client into the count. documented: distinct CMIDs are counted, kept for 30 days, and no more than twice the
 * largest threshold asked for is kept: 50, or 10 where only servers ask (kms.md 1). assumed: the oldest gives way.
 */
const remember = (server: Draft<KmsCountingState>, request: KmsRequest, clock: number): void => {
  for (const [cmid, { lastSeen }] of Object.entries(server.clients)) {
    if (clock - lastSeen > kmsFigures.retention) delete server.clients[cmid]
  }
  server.clients[request.cmid] = { lastSeen: clock, minimum: request.minimum }
  const largest = Math.max(...Object.values(server.clients).map(({ minimum }) => minimum))
  const kept = largest >= 25 ? kmsFigures.cachedForClients : kmsFigures.cachedForServers
  const oldestFirst = Object.entries(server.clients).toSorted(([, left], [, right]) => left.lastSeen - right.lastSeen)
  for (const [cmid] of oldestFirst.slice(0, Math.max(0, oldestFirst.length - kept))) delete server.clients[cmid]
}

/** What a KMS host counts for an application. documented: counts are per product (slmgr.md 3.4b). */
export const countingOf = ({ licensing }: Computer, applicationId: string): KmsCountingState =>
  applicationId === windowsApplicationId
    ? licensing.server
    : (licensing.server.others[applicationId] ?? { clients: {}, requests: noRequests })

const changeCounting = (scene: Scene, applicationId: string): Draft<KmsCountingState> => {
  const { server } = scene.change().licensing
  if (applicationId === windowsApplicationId) return server
  return (server.others[applicationId] ??= { clients: {}, requests: { ...noRequests } })
}

/** The host product that serves an application; undefined where the host has none for it. */
const hostFor = (scene: Scene, applicationId: string): KeyedProduct | undefined =>
  hostProducts(scene.computer()).find(({ sku }) => sku.applicationId === applicationId)

const codeFor = (scene: Scene, request: KmsRequest): number => {
  const clock = clockOf(scene)
  if (!hostProduct(scene.computer())) return labHresults.kmsNotEnabled
  const host = hostFor(scene, request.applicationId)
  if (!host) return labHresults.kmsMismatch
  if (statusAt(host.product, clock).status !== licenseStatus.licensed) return labHresults.kmsNotActivated
  // documented: error-codes.json, 0xC004F042. assumed: also for what a host key does not reach.
  if (!hostServes(host.sku, request)) return labHresults.kmsMismatch
  // documented: clocks may differ by four hours, compared in UTC (kms.md 1).
  return Math.abs(clock - request.clientTime) > kmsFigures.clockTolerance ? labHresults.clockSkew : 0
}

/** Answers a request and leaves event 12290. The computer listens on its KMS port: the caller has seen to that. */
export const answerKmsRequest = (scene: Scene, request: KmsRequest): KmsResponse => {
  const clock = clockOf(scene)
  const code = codeFor(scene, request)
  const server = changeCounting(scene, request.applicationId)
  if (code === 0) {
    remember(server, request, clock)
    server.requests.total += 1
    const counter = counters[request.licenseStatus]
    if (counter) server.requests[counter] += 1
  } else {
    server.requests.failed += 1
  }
  const { clientName, cmid, clientTime, licenseStatus, minutesToExpiration, activationId, minimum } = request
  const fields = [
    hexCode(code),
    minimum,
    clientName,
    cmid,
    eventTime(clientTime),
    0,
    licenseStatus,
    minutesToExpiration,
    activationId,
  ]
  logEvent(scene, { log: kmsLog, id: 12_290, source: 'KmsRequests', data: [fields.join(',')] })
  const computer = scene.computer()
  const { activationInterval, renewalInterval } = readSettings(computer)
  return {
    code,
    count: currentCount(countingOf(computer, request.applicationId), clock),
    hostPid: hostFor(scene, request.applicationId)?.product.productKeyId ?? '',
    activationInterval,
    renewalInterval,
  }
}
