import type { Scene } from '../world/scene.ts'
import type { ServiceState } from '../world/state.ts'

/** The licensing service of Windows 7 and later (kms.md 2). */
export const licensingService = 'sppsvc'

/**
 * documented: return codes of Win32_Service.StartService and StopService. observed: a stopped service answers
 * StopService with 5 ("cannot accept control"), a running one StartService with 10.
 */
export const serviceCodes = { done: 0, cannotAcceptControl: 5, alreadyRunning: 10, disabled: 14 } as const

export const serviceOf = (scene: Scene, name: string): ServiceState | undefined =>
  scene.computer().services[name.toLowerCase()]

/** Stops a service: "Stop Pending" first, "Stopped" some time later. Returns the code of StopService. */
export const stopService = (scene: Scene, name: string): number => {
  const service = serviceOf(scene, name)
  if (service?.phase !== 'Running') return serviceCodes.cannotAcceptControl
  const computer = scene.change()
  const draft = computer.services[name.toLowerCase()]
  if (draft) draft.phase = 'Stop Pending'
  computer.effects.push({
    kind: 'service-stopped',
    dueAt: scene.now + scene.scenario.timings.serviceStop,
    service: name.toLowerCase(),
  })
  return serviceCodes.done
}

/** Starts a service: "Start Pending" first, "Running" some time later. Returns the code of StartService. */
export const startService = (scene: Scene, name: string): number => {
  const service = serviceOf(scene, name)
  if (!service || service.phase !== 'Stopped') return serviceCodes.alreadyRunning
  if (service.startMode === 'Disabled') return serviceCodes.disabled
  const computer = scene.change()
  const draft = computer.services[name.toLowerCase()]
  if (draft) {
    draft.phase = 'Start Pending'
    draft.processId = newProcessId(scene)
  }
  computer.effects.push({
    kind: 'service-running',
    dueAt: scene.now + scene.scenario.timings.serviceStart,
    service: name.toLowerCase(),
  })
  return serviceCodes.done
}

/** A process id that differs from the last one: a multiple of four, as Windows gives them. */
export const newProcessId = (scene: Scene): number => 1200 + (scene.transaction.random() % 7000) * 4
