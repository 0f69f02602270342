import { readdirSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly commandLine: string
}

const readProcess = (pid: number): Process | null => {
  try {
    // The name in brackets may hold blanks and brackets itself: what follows the last one is state and parent.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { pid, parent: Number(parent), commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    // It ended between listing and reading.
    return null
  }
}

/** Pids of the engine processes of a running app (Linux: /proc). */
export const enginePids = (mainPid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
    .filter(({ parent, commandLine }) => parent === mainPid && commandLine.includes('engine.js'))
    .map(({ pid }) => pid)

/** Waits until a process of the app is gone. */
export const untilGone = (mainPid: number, pid: number): Promise<void> =>
  expect.poll(() => enginePids(mainPid).includes(pid), { intervals: [20] }).toBe(false)

/**
 * Has main remember its long waits, such as a step's deadline of minutes, so that `passDeadlines` can end them. Polling
 * and services, a minute at the most, and the five minutes after which an idle engine ends are left alone.
 */
export const rememberDeadlines = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const { setTimeout: start, clearTimeout: stop } = globalThis
    const waits = new Map<unknown, () => void>()
    const remembering = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): NodeJS.Timeout => {
      const ended = (): void => {
        waits.delete(timer)
        run(...args)
      }
      const timer = start(ended, milliseconds)
      if (milliseconds > 60_000 && milliseconds < 300_000) waits.set(timer, ended)
      return timer
    }
    const forgetting = (timer: NodeJS.Timeout | undefined): void => {
      waits.delete(timer)
      stop(timer)
    }
    globalThis.setTimeout = Object.assign(remembering, start)
    Object.assign(globalThis, {
      clearTimeout: forgetting,
      passDeadlines: () => {
        const present = new Map(waits)
        for (const [timer, ended] of present) {
          stop(timer as NodeJS.Timeout)
          ended()
        }
      },
    })
  })

/** Ends all the long waits that main is in, as if their time had passed. Needs `rememberDeadlines` before them. */
export const passDeadlines = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { passDeadlines: () => void }).passDeadlines())

/** Lets waits of `least` milliseconds and more pass so many times as fast. */
export const hasten = (app: ElectronApplication, least: number, times: number): Promise<void> =>
  app.evaluate(
    (_electron, quicker) => {
      const original = globalThis.setTimeout
      const hastened = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): NodeJS.Timeout =>
        original(run, milliseconds >= quicker.least ? milliseconds / quicker.times : milliseconds, ...args)
      globalThis.setTimeout = Object.assign(hastened, original)
    },
    { least, times },
  )
