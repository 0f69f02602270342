import { clockOf, type Scene } from '../world/scene.ts'

/** Log of a KMS host in which each request leaves event 12290 (events.json). */
export const kmsLog = 'Key Management Service'
export const applicationLog = 'Application'
export const licensingSource = 'Microsoft-Windows-Security-SPP'

/** How many events of a log a computer keeps; real logs wrap by size. A KMS host's tell who asked, over weeks. */
const kept = (log: string): number => (log === kmsLog ? 5000 : 200)

export interface NewEvent {
  readonly log: string
  readonly id: number
  readonly type?: 1 | 2 | 3
  readonly source?: string
  readonly data: readonly string[]
}

/** Adds an event with the computer's own clock. */
export const logEvent = (scene: Scene, { log, id, type = 3, source = licensingSource, data }: NewEvent): void => {
  const computer = scene.change()
  const record = computer.nextRecord[log] ?? 1
  computer.nextRecord[log] = record + 1
  computer.events[`${log}#${record}`] = { log, record, id, type, source, time: clockOf(scene), data: [...data] }
  delete computer.events[`${log}#${record - kept(log)}`]
}
