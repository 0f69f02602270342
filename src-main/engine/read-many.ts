import type { AppError } from '../contract/app-error.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { Site, WmiSession } from '../wmi/wmi-session.ts'
import { engineFailure } from './engine-failures.ts'
import type { EngineOperation, EngineValues } from './protocol.ts'

/** What `read-many` asks. */
export type ReadManyOperation = Extract<EngineOperation, { op: 'read-many' }>
export type ReadManyValue = EngineValues['read-many']
type Answer = ReadManyValue['answers'][number]

/** Whether the port says that no connection can come about. What could not be tried says nothing. */
const isHopeless = (probe: PortProbe | null): boolean =>
  probe !== null && probe.outcome !== 'open' && probe.outcome !== 'failed'

const ask = async (
  session: WmiSession,
  queries: readonly string[],
  signal: AbortSignal,
  errorOf: (thrown: unknown) => AppError,
): Promise<Answer> => {
  for (const [at, wql] of queries.entries()) {
    try {
      return { ok: true, at, rows: [...(await session.query(wql, signal))] as ReadManyRows }
    } catch (thrown) {
      // Windows refuses a whole query that names one property it lacks (slmgr.md 0.1).
      const isRefused = thrown instanceof WmiError && thrown.code === 'wmi-invalid-query'
      if (!isRefused || at + 1 === queries.length) return { ok: false, error: errorOf(thrown) }
    }
  }
  return { ok: true, at: 0, rows: [] }
}
type ReadManyRows = Extract<Answer, { ok: true }>['rows']

/**
 * Looks at a computer: tries its port, connects, asks all questions at the same time and closes the connection. What fails
 * is told in the answer; nothing is thrown but by a Site that breaks its word.
 */
export const readMany = async (
  site: Site,
  operation: ReadManyOperation,
  signal: AbortSignal,
): Promise<ReadManyValue> => {
  const { host, credential, namespace, port, questions } = operation
  const errorOf = (thrown: unknown): AppError => engineFailure(thrown, operation, host ?? 'this computer')
  const probe = host === null || port === null ? null : await site.probe(host, port, signal)
  if (isHopeless(probe)) return { probe, error: null, answers: [] }
  let session: WmiSession
  try {
    session = await site.connect({ host, ...(credential ? { credential } : {}) }, namespace, signal)
  } catch (thrown) {
    return { probe, error: errorOf(thrown), answers: [] }
  }
  try {
    const answers = await Promise.all(questions.map((queries) => ask(session, queries, signal, errorOf)))
    return { probe, error: null, answers }
  } finally {
    await session.close()
  }
}
