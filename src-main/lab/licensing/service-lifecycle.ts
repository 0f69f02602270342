import { labError, labHresults } from '../lab-error.ts'
import { applicationLog, logEvent } from '../machine/event-log.ts'
import { licensingService, newProcessId, serviceOf } from '../machine/services.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { kmsFigures } from './kms-figures.ts'
import { hostProduct, isActiveKmsHost } from './product-status.ts'
import { publishKmsHost } from './publish.ts'
import { readSettings } from './settings.ts'

/** Begins or ends listening according to the key and the settings in the registry. */
export const applyListening = (scene: Scene): void => {
  const computer = scene.computer()
  const port = hostProduct(computer) ? readSettings(computer).listeningPort || kmsFigures.port : null
  if (computer.licensing.server.listeningPort !== port) scene.change().licensing.server.listeningPort = port
}

/** documented: settings take effect, and the host publishes itself, when the service starts (kms.md 2). Event 902. */
export const licensingServiceStarted = (scene: Scene): void => {
  logEvent(scene, { log: applicationLog, id: 902, data: [scene.computer().os.serviceVersion] })
  applyListening(scene)
  if (isActiveKmsHost(scene.computer(), clockOf(scene))) publishKmsHost(scene)
}

/** A stopped service listens no more. Event 903. */
export const licensingServiceStopped = (scene: Scene): void => {
  logEvent(scene, { log: applicationLog, id: 903, data: [] })
  const { server } = scene.change().licensing
  server.listeningPort = null
  server.publishAt = null
}

/**
 * Makes sure that the licensing service runs before one of its WMI classes answers. assumed: Windows starts it on
 * demand; while it is stopping the classes fail with 0xC004F075 (slmgr.md 5.3). Throws WmiError.
 */
export const wakeLicensing = (scene: Scene, operation: 'query' | 'call'): void => {
  const phase = serviceOf(scene, licensingService)?.phase
  if (phase === 'Running' || phase === 'Start Pending') return
  if (phase !== 'Stopped') throw labError(operation, labHresults.serviceStopping, 'The licensing service is stopping.')
  const service = scene.change().services[licensingService]
  if (!service) return
  service.phase = 'Running'
  service.processId = newProcessId(scene)
  licensingServiceStarted(scene)
}
