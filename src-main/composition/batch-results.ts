import { setImmediate } from 'node:timers/promises'
import type { BatchResultService, FileService } from '../handlers/service-interfaces.ts'
import type { BatchService } from '../plans/batches/batch-service.ts'
import type { Clock } from '../plans/clock.ts'
import { batchCsvHead, batchCsvLines } from '../reports/batch-csv.ts'
import { localIso } from '../reports/report-time.ts'

/** What the results of batches are saved with. */
export interface BatchResultParts {
  readonly batches: Pick<BatchService, 'rows'>
  readonly files: FileService
  readonly clock: Pick<Clock, 'now'>
}

/** Rows that are written before main answers the window again. */
const portion = 250

/** Saves what became of the computers of a batch. */
export const createBatchResults = ({ batches, files, clock }: BatchResultParts): BatchResultService => ({
  save: async (batchId) => {
    const pieces = [batchCsvHead()]
    for (let offset = 0; ; offset += portion) {
      const { rows, total } = batches.rows({ batchId, states: null, offset, limit: portion })
      pieces.push(batchCsvLines(rows))
      if (offset + portion >= total) break
      await setImmediate()
    }
    const madeAt = localIso(clock.now()).slice(0, 16).replace('T', '-').replace(':', '')
    return files.save({
      suggestedName: `batch-results-${madeAt}.csv`,
      kind: 'csv',
      bytes: Buffer.from(pieces.join(''), 'utf8'),
    })
  },
})
