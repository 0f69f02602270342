import { labError, labHresults } from '../lab-error.ts'
import { applicationLog, logEvent } from '../machine/event-log.ts'
import { guidFrom, randomFrom } from '../random.ts'
import type { Scene } from '../world/scene.ts'
import type { Computer } from '../world/state.ts'
import { hexCode } from './event-text.ts'

const licencesOf = ({ licensing }: Computer): readonly string[] => Object.keys(licensing.tokenLicences)

/**
 * A try at token-based activation. documented: event 12321 with 0xC004F011 where no issuance licence is installed
 * (events.json), 0xC004F305 where no certificate fits (slmgr.md 5.3). assumed: no computer of the Lab has a certificate.
 * Returns the code of the failure.
 */
export const activateByToken = (scene: Scene): number => {
  const none = licencesOf(scene.computer()).length === 0
  const code = none ? labHresults.licenceFileNotInstalled : labHresults.tokenCertificateNotFound
  logEvent(scene, { log: applicationLog, id: 12_321, type: 2, data: [hexCode(code)] })
  return code
}

/** documented: 0xC004F304 where the licence that token-based activation needs is missing (slmgr.md 5.3). */
const requireLicences = (computer: Computer): readonly string[] => {
  const licences = licencesOf(computer)
  if (licences.length > 0) return licences
  throw labError('call', labHresults.tokenGrantNotFound, 'No licence for token-based activation is installed.')
}

const requireKey = (computer: Computer, activationId: string): void => {
  if (computer.licensing.products[activationId]?.partialKey) return
  throw labError('call', labHresults.noProductKey, 'No product key is installed for this product.')
}

/** GetTokenActivationGrants. assumed: one grant per licence, named by its ILID and ILVID. Throws WmiError. */
export const tokenGrants = (scene: Scene, activationId: string): readonly string[] => {
  const computer = scene.computer()
  requireKey(computer, activationId)
  requireLicences(computer)
  return Object.values(computer.licensing.tokenLicences).map(({ ilid, ilvid }) => `${ilid}|${ilvid}`)
}

/** GenerateTokenActivationChallenge. assumed: an opaque text that holds for the product on this computer. Throws WmiError. */
export const tokenChallenge = (scene: Scene, activationId: string): string => {
  const computer = scene.computer()
  requireKey(computer, activationId)
  requireLicences(computer)
  return guidFrom(randomFrom(`challenge ${activationId} ${computer.licensing.hardwareId}`))
}

/**
 * DepositTokenActivationResponse. documented: 0xC004F309 for a challenge that is not the computer's, 0xC004F303 for a
 * certificate chain that does not hold (slerror.h). assumed: no chain holds in the Lab, which has no certificates. Throws
 * WmiError.
 */
export const depositTokenResponse = (scene: Scene, activationId: string, challenge: string): never => {
  if (tokenChallenge(scene, activationId) !== challenge) {
    throw labError('call', labHresults.tokenChallengeMismatch, 'This is not the challenge of this computer.')
  }
  throw labError('call', labHresults.tokenCertificateChain, 'The certificate chain is not valid.')
}
