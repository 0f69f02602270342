import { labHresults } from '../lab-error.ts'
import { applicationLog, logEvent } from '../machine/event-log.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { eventTime, hexCode } from './event-text.ts'
import type { KmsCandidate } from './kms-discovery.ts'
import type { KmsResponse } from './kms-server.ts'
import { statusAt } from './product-status.ts'
import type { Sku } from './sku-catalogue.ts'

/** Event 12288: what was sent to which host (events.json). */
export const logRequest = (scene: Scene, sku: Sku, code: number, candidate: KmsCandidate | null): void => {
  const computer = scene.computer()
  const clock = clockOf(scene)
  const { status, grace } = statusAt(computer.licensing.products[sku.activationId], clock)
  const host = candidate === null ? '' : `${candidate.name}:${candidate.port}`
  const { cmid } = computer.licensing
  const fields = [
    hexCode(code),
    '0x00000000',
    host,
    cmid,
    eventTime(clock),
    0,
    status,
    grace,
    sku.activationId,
    sku.minimum,
  ]
  logEvent(scene, { log: applicationLog, id: 12_288, data: [fields.join(',')] })
}

/** Event 12289: what the host answered (events.json). documented flag: 0x04000000 count too low. */
export const logResponse = (scene: Scene, response: KmsResponse, code: number): void => {
  const flags = code === labHresults.countTooLow ? '0x04000000' : '0x00000000'
  const activated = code === 0 ? 1 : 0
  const { count, activationInterval, renewalInterval } = response
  const fields = [
    hexCode(code),
    flags,
    activated,
    0,
    count,
    activationInterval,
    renewalInterval,
    eventTime(clockOf(scene)),
  ]
  logEvent(scene, { log: applicationLog, id: 12_289, data: [fields.join(',')] })
}
