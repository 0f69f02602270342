import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A script of `children` in a process of its own. */
export interface Child {
  /** Resolves when it has written so many of a sign. Rejects where it ends before. */
  until(sign: string, count?: number): Promise<void>
  /** Kills it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts a script; it is killed at the end of the test in any case. */
export const startChild = (script: string, ...parameters: readonly string[]): Child => {
  const path = fileURLToPath(new URL(`children/${script}`, import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [path, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let written = ''
  let look = (): void => undefined
  child.stdout?.on('data', (bytes: Buffer) => {
    written += bytes.toString()
    look()
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    kill,
    until: (sign, count = 1) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (written.split(sign).length > count) resolve()
        }
        look()
        void ended.then(() => reject(new Error(`The child ended after writing "${written}".`)))
      }),
  }
}
