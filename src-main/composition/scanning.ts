import { availableParallelism } from 'node:os'
import type { EstatePlace } from '../contract/models/estate.ts'
import { asAppError } from '../engine/engine-client.ts'
import type { EnginePool } from '../engine/engine-pool.ts'
import type { EngineSite, EngineValues } from '../engine/protocol.ts'
import { createScanService, type ScanService } from '../scan/scan-service.ts'
import type { ReadingAnswer, ScanBook, ScanParts } from '../scan/scan-parts.ts'
import { rpcPort } from '../targets/link-findings.ts'
import { labFolderOf } from './site-provider.ts'

/** What scans are put together from. */
export interface ScanningParts {
  readonly book: ScanBook
  readonly vault: ScanParts['vault']
  readonly pool: Pick<EnginePool, 'readers'>
  /** The folder that holds every Lab's state. */
  readonly labs: string
}

/** Computers for which one engine is enough. */
const perEngine = 16
const mostEngines = Math.min(4, Math.max(2, availableParallelism()))

/** Computers under way for which one more waits in an engine, so that a place that gets free is taken at once. */
const perAhead = 10

/** How many engines share a scan: two even for few computers, so that one that dies does not lose them all. */
const enginesFor = (concurrency: number): number => Math.min(mostEngines, Math.ceil(concurrency / perEngine))

const siteOf = (place: EstatePlace, labs: string): EngineSite =>
  place.place === 'network'
    ? { place: 'network' }
    : { place: 'lab', scenario: place.scenario, folder: labFolderOf(labs, place.scenario) }

/** An answer of the protocol with the errors of the contract. */
const plain = ({ probe, error, answers }: EngineValues['read-many']): ReadingAnswer => ({
  probe,
  error: error && asAppError(error),
  answers: answers.map((answer) => (answer.ok ? answer : { ok: false, error: asAppError(answer.error) })),
})

/** Scans through engines of the pool. */
export const createScanning = ({ book, vault, pool, labs }: ScanningParts): ScanService =>
  createScanService({
    book,
    vault,
    read: async ({ place, host, credential, questions, deadline, concurrency }, signal) =>
      plain(
        await pool.readers.readMany(
          {
            op: 'read-many',
            site: siteOf(place, labs),
            host,
            ...(credential ? { credential: { ...credential } } : {}),
            namespace: String.raw`root\cimv2`,
            port: rpcPort,
            questions: questions.map((queries) => [...queries]),
          },
          { engines: enginesFor(concurrency), concurrency, deadline, signal },
        ),
      ),
    ahead: (concurrency) => Math.floor(concurrency / perAhead),
    rest: () => pool.readers.rest(),
    now: () => new Date(),
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  })
