import type { PatchGroup } from '../world/transaction.ts'

export type LabOperation =
  | 'open'
  | 'connect'
  | 'query'
  | 'call'
  | 'srv'
  | 'authoritative'
  | 'update'
  | 'probe'
  | 'clock'
  | 'power'
  | 'permission'
  | 'fault'
  | 'reset'
  | 'report'

/** What a call was and what came of it. Secrets in it are masked (storage/masking.ts). */
export interface CallFacts {
  readonly op: LabOperation
  readonly host?: string
  readonly user?: string
  readonly namespace?: string
  readonly wql?: string
  readonly path?: string
  readonly method?: string
  readonly args?: Readonly<Record<string, unknown>>
  /** Any other subject: the DNS name asked for, the port probed, the minutes advanced. */
  readonly subject?: string
  /** Failure as an unsigned number. */
  readonly hresult?: number
  readonly returnValue?: number
  readonly rows?: number
  /** The answer never left: the call hangs by a fault. */
  readonly unanswered?: true
}

/** One line of the log. `write` stands first, so that a reader can skip reads without parsing them. */
export interface LogLine extends CallFacts {
  readonly write: boolean
  /** For a write: how many writes its author had seen. It counts only if that is still so where it stands in the log. */
  readonly after?: number
  /** The Lab's clock, ISO 8601. */
  readonly at: string
  /** The real clock, ISO 8601. */
  readonly wallAt: string
  readonly pid: number
  /** Number of the line within its process: with `pid` its name. */
  readonly n: number
  readonly scenario?: string
  readonly patches?: readonly PatchGroup[]
}

/** A line with its place in the log, counted from 1. */
export type LabCall = Readonly<{ seq: number }> & Omit<LogLine, 'after' | 'n' | 'patches'>

/** Where lines are kept. */
export interface CallLog {
  /** Hands every complete line that was added since the last time to `take`, oldest first. `restart` is called before, where the log was replaced by another. */
  catchUp(take: (line: string) => void, restart: () => void): void
  /** Adds a line. `durable` asks for it to be on the disk when this returns. */
  append(line: string, durable: boolean): void
  /** Every complete line. */
  all(): readonly string[]
  /** Runs with the right to write, so that writers do not race. */
  exclusively<T>(run: () => T): Promise<T>
  close(): void
}

/** Reads a line; null for one torn by a kill. */
export const parseLine = (text: string): LogLine | null => {
  if (!text.startsWith('{"write":') || !text.endsWith('}')) return null
  try {
    return JSON.parse(text) as LogLine
  } catch {
    return null
  }
}
