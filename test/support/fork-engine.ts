import { fork } from 'node:child_process'
import type { EngineProcess } from '../../src-main/engine/engine-port.ts'
import { engineEnvironment } from '../../src-main/engine/engine-environment.ts'

/** A child process that stands for a utility process of Electron. */
export interface ForkedEngine extends EngineProcess {
  readonly pid: number | undefined
}

/** Forks an engine script in a real process. Messages are structured clones, as between Electron's processes. */
export const forkEngine = (script: string, callsInFlight = 1): ForkedEngine => {
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: ['--no-warnings'],
    env: engineEnvironment(process.env, callsInFlight),
  })
  return {
    get pid() {
      return child.pid
    },
    on: (event: 'message' | 'exit', listener: (value: never) => void) => {
      child.on(event, listener as (value: unknown) => void)
    },
    postMessage: (message) => {
      child.send(message as object, () => undefined)
    },
    kill: () => child.kill('SIGKILL'),
  }
}
