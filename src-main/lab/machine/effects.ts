import { assertNever } from '../../contract/app-error.ts'
import { licensingServiceStarted, licensingServiceStopped } from '../licensing/service-lifecycle.ts'
import type { Scene } from '../world/scene.ts'
import type { Effect } from '../world/state.ts'
import { runProgram } from './programs.ts'
import { licensingService } from './services.ts'

const apply = (scene: Scene, effect: Effect): void => {
  const computer = scene.change()
  switch (effect.kind) {
    case 'service-stopped': {
      const service = computer.services[effect.service]
      if (!service) return
      service.phase = 'Stopped'
      service.processId = 0
      if (effect.service === licensingService) licensingServiceStopped(scene)
      return
    }
    case 'service-running': {
      const service = computer.services[effect.service]
      if (!service) return
      service.phase = 'Running'
      if (effect.service === licensingService) licensingServiceStarted(scene)
      return
    }
    case 'process-ended':
      delete computer.processes[effect.processId]
      runProgram(scene, effect.commandLine)
      return
    default:
      assertNever(effect)
  }
}

/** Finishes what Windows was busy with and is due by now. Called before anything looks at a computer. */
export const settle = (scene: Scene): void => {
  const isDue = ({ dueAt }: Effect): boolean => dueAt <= scene.now
  const due = scene.computer().effects.filter(isDue)
  if (due.length === 0) return
  const computer = scene.change()
  computer.effects = computer.effects.filter((effect) => !isDue(effect))
  for (const effect of due) apply(scene, effect)
}
