import type { EngineOperation } from './protocol.ts'

/** How long an engine may take for each operation, in milliseconds. */
export type EngineDeadlines = Readonly<Record<EngineOperation['op'], number>>

/**
 * A connection to a dead computer ends after two minutes at most (WBEM_FLAG_CONNECT_USE_MAX_WAIT); online activation
 * waits for Microsoft's servers and may take minutes.
 */
export const defaultEngineDeadlines: EngineDeadlines = {
  connect: 150_000,
  query: 120_000,
  call: 300_000,
  'delete-instance': 300_000,
  close: 10_000,
  'resolve-srv': 60_000,
  probe: 30_000,
  'lookup-authoritative': 90_000,
  'update-srv': 60_000,
  'probe-kms': 30_000,
  'read-many': 30_000,
  'identify-key': 10_000,
}

/** How much longer main waits than the engine, in milliseconds, before it takes the engine itself for hung. */
export const defaultGrace = 5_000
