import { maskSecrets } from '../storage/masking.ts'
import { newProcessId } from './services.ts'
import { clockOf, type Scene } from '../world/scene.ts'

/** documented: return codes of Win32_Process.Create. */
export const processCodes = { done: 0, pathNotFound: 9, invalidParameter: 21 } as const

/** Programs that the Lab's computers have; anything else is "path not found". */
const programs = new Set(['netsh', 'cmd', 'cscript', 'wscript', 'reg', 'sc', 'net', 'gpupdate', 'notepad', 'sysprep'])

const programOf = (commandLine: string): string =>
  (/^\s*(?:"([^"]+)"|(\S+))/.exec(commandLine)?.slice(1).find(Boolean) ?? '')
    .replace(/^.*\\/, '')
    .toLowerCase()
    .replace(/\.exe$/, '')

/** Starts a program. It works on by itself: what it does shows some time after this returns. */
export const createProcess = (
  scene: Scene,
  commandLine: string,
): { readonly code: number; readonly processId: number | null } => {
  if (commandLine.trim() === '') return { code: processCodes.invalidParameter, processId: null }
  const program = programOf(commandLine)
  if (!programs.has(program)) return { code: processCodes.pathNotFound, processId: null }
  // The state is on disk: a product key on a command line must not be.
  const kept = maskSecrets(commandLine)
  const processId = newProcessId(scene)
  const computer = scene.change()
  computer.processes[processId] = { processId, name: `${program}.exe`, commandLine: kept, startedAt: clockOf(scene) }
  computer.effects.push({
    kind: 'process-ended',
    dueAt: scene.now + scene.scenario.timings.program,
    processId,
    commandLine: kept,
  })
  return { code: processCodes.done, processId }
}
