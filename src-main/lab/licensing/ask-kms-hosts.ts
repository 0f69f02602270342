import { labHresults } from '../lab-error.ts'
import { settle } from '../machine/effects.ts'
import { lookUp } from '../net/dns-zones.ts'
import { portState } from '../net/ports.ts'
import { clockOf, fullNameOf, type Scene } from '../world/scene.ts'
import { logRequest, logResponse } from './kms-client-events.ts'
import { findKmsHosts, type KmsCandidate } from './kms-discovery.ts'
import { kmsFigures } from './kms-figures.ts'
import { answerKmsRequest, type KmsResponse } from './kms-server.ts'
import { activationTypes } from './product-settings.ts'
import { statusAt } from './product-status.ts'
import { readSettings } from './settings.ts'
import type { Sku } from './sku-catalogue.ts'

/** Reaches one host and lets it answer; null where nothing listens there. */
const ask = (scene: Scene, sku: Sku, candidate: KmsCandidate): KmsResponse | null => {
  const host = lookUp(scene.transaction.readNetwork, scene.scenario, candidate.name)
  if (host === undefined || !scene.transaction.read(host)) return null
  const server = scene.at(host)
  settle(server)
  const listens = server.computer().licensing.server.listeningPort === candidate.port
  if (!listens || portState(server.computer(), candidate.port, scene.computer().address) !== 'open') return null
  const computer = scene.computer()
  const clock = clockOf(scene)
  const { status, grace } = statusAt(computer.licensing.products[sku.activationId], clock)
  return answerKmsRequest(server, {
    clientName: fullNameOf(computer),
    cmid: computer.licensing.cmid,
    clientTime: clock,
    licenseStatus: status,
    minutesToExpiration: grace,
    activationId: sku.activationId,
    applicationId: sku.applicationId,
    release: sku.release,
    minimum: sku.minimum,
  })
}

/**
 * The client takes over what the host answered. documented: the host's intervals win (kms.md 1). assumed: a host that
 * answered at all is kept for the next time, also one whose count is too low, so that two hosts split the clients (kms.md
 * 1, "Traps").
 */
const adopt = (scene: Scene, sku: Sku, candidate: KmsCandidate, response: KmsResponse, activated: boolean): void => {
  const clock = clockOf(scene)
  const computer = scene.change()
  const product = computer.licensing.products[sku.activationId]
  if (!product) return
  product.activationInterval = response.activationInterval
  product.renewalInterval = response.renewalInterval
  product.hostPid = response.hostPid
  const wait = activated ? response.renewalInterval : response.activationInterval
  product.nextAttemptAt = clock + wait * 60_000
  if (activated) {
    product.status = 'licensed'
    product.endsAt = clock + kmsFigures.validity
    product.reason = null
    product.lastActivationType = activationTypes.kms
    product.adActivation = null
    product.tokenActivation = null
  }
  if (!candidate.found || !readSettings(scene.computer()).hostCaching) return
  const host = lookUp(scene.transaction.readNetwork, scene.scenario, candidate.name)
  const address = (host === undefined ? undefined : scene.transaction.read(host)?.address) ?? ''
  computer.licensing.discovered = { name: candidate.name, port: candidate.port, address }
}

/** documented: the next attempt comes after the activation interval (kms.md 1). */
export const postpone = (scene: Scene, sku: Sku): void => {
  const product = scene.change().licensing.products[sku.activationId]
  if (product) product.nextAttemptAt = clockOf(scene) + product.activationInterval * 60_000
}

/**
 * A KMS client product asks its hosts for activation, one after the other. Returns 0 or the code of the failure:
 * 0xC004F074 no host answered, 0xC004F038 the host's count is too low, 0xC004F06C the clocks differ, 0xC004F042 the host
 * does not serve this product, or what DNS gave. Event 12288 has the code behind 0xC004F074. documented: error-codes.json,
 * events.json. assumed: on Windows 7 a missing SRV record shows as 0x8007232B itself, later as 0xC004F074.
 */
export const askKmsHosts = (scene: Scene, sku: Sku): number => {
  const search = findKmsHosts(scene, sku)
  if (!search.ok) {
    logRequest(scene, sku, search.code, null)
    postpone(scene, sku)
    return scene.computer().os.generation === '7' ? search.code : labHresults.noKmsReached
  }
  for (const candidate of search.candidates) {
    const response = ask(scene, sku, candidate)
    logRequest(scene, sku, response === null ? labHresults.rpcUnavailable : 0, candidate)
    if (response === null) continue
    const code = response.code !== 0 ? response.code : response.count < sku.minimum ? labHresults.countTooLow : 0
    logResponse(scene, response, code)
    adopt(scene, sku, candidate, response, code === 0)
    return code
  }
  if (!readSettings(scene.computer()).hostCaching) scene.change().licensing.discovered = null
  postpone(scene, sku)
  return labHresults.noKmsReached
}
