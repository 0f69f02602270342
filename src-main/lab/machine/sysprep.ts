import { rearmWindows } from '../licensing/rearm.ts'
import { readSettings } from '../licensing/settings.ts'
import type { Scene } from '../world/scene.ts'
import { setRegistryValue } from './registry.ts'

/** observed: where Sysprep says how far it came; 7 is "done" (general knowledge). assumed: 9 for a failure. */
export const sysprepStatus = {
  path: 'HKLM\\SYSTEM\\Setup\\Status\\SysprepStatus',
  name: 'GeneralizationState',
  done: 7,
  failed: 9,
} as const

/**
 * Sysprep. documented: /generalize resets the activation timer and the CMID and spends a rearm unless SkipRearm is 1; with
 * none left it goes through, leaves the timers as they are and reports an error (deploying-kms-activation.txt, "Deploying KMS
 * Clients"; kms.md 1). assumed: a computer with that error stays on, so that the error can be read. The Lab models neither
 * the new SID nor the way out of the domain.
 */
export const runSysprep = (scene: Scene, words: readonly string[]): void => {
  const options = new Set(words.map((word) => word.toLowerCase().replace(/^-/, '/')))
  if (!options.has('/generalize')) return
  const isDenied = !readSettings(scene.computer()).skipRearm && scene.computer().licensing.rearmsLeft === 0
  if (!isDenied) rearmWindows(scene)
  const computer = scene.change()
  const state = isDenied ? sysprepStatus.failed : sysprepStatus.done
  setRegistryValue(computer, sysprepStatus.path, sysprepStatus.name, 'REG_DWORD', state)
  if (isDenied) return
  if (options.has('/shutdown')) computer.power = 'asleep'
  else if (options.has('/reboot')) computer.bootedAt = scene.now
}
