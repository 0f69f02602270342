import { setImmediate } from 'node:timers/promises'
import { AppFailure } from '../contract/app-error.ts'
import type { ComputerRow, EstatePlace } from '../contract/models/estate.ts'
import type { EstateRegister } from './estate-register.ts'

/** Rows that are looked at before main answers the window again: a few milliseconds of work. */
const sliceSize = 250

const cancelled = (): AppFailure =>
  new AppFailure({ code: 'cancelled', message: 'It was cancelled before it was ready.', retryable: true })

/**
 * Hands over every computer of a place, slice by slice, and lets everything else go on in between.
 * @param ids these alone; null for all
 * @throws AppFailure `cancelled` where the signal aborts, `journal-unavailable`
 */
export const walkEstate = async (
  register: Pick<EstateRegister, 'rows' | 'rowsOf'>,
  place: EstatePlace,
  ids: readonly number[] | null,
  signal: AbortSignal,
  visit: (rows: readonly ComputerRow[]) => void,
): Promise<void> => {
  let after = 0
  for (let from = 0; ; from += sliceSize) {
    if (signal.aborted) throw cancelled()
    const rows =
      ids === null ? register.rows(place, after, sliceSize) : register.rowsOf(place, ids.slice(from, from + sliceSize))
    visit(rows)
    after = rows.at(-1)?.id ?? after
    if (ids === null ? rows.length < sliceSize : from + sliceSize >= ids.length) return
    await setImmediate()
  }
}
