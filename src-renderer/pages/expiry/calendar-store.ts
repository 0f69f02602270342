import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { CalendarRow, CalendarUnit, EstateCalendar } from '../../../src-main/contract/models/estate-calendar.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

export interface CalendarState {
  /** Null: all groups. */
  readonly group: string | null
  readonly groups: readonly string[]
  readonly unit: CalendarUnit
  readonly reading: boolean
  readonly error: AppError | null
  readonly calendar: EstateCalendar | null
  /** Key of the bucket whose computers are shown. */
  readonly bucket: string | null
  readonly rows: readonly CalendarRow[]
  readonly total: number
}

/** Rows that are read at once. */
export const rowsAtOnce = 100
const idsAtOnce = 500

/** The bucket whose computers are shown first: the first one that has any. */
export const firstBucket = ({ buckets }: EstateCalendar): string | null =>
  buckets.find(({ licensed, grace, ended }) => licensed + grace + ended > 0)?.key ?? null

/** What is read for the page "Expiry". */
export const createCalendarReading = (bridge: Bridge, place: EstatePlace) => {
  const store = createStore<CalendarState>(() => ({
    group: null,
    groups: [],
    unit: 'week',
    reading: false,
    error: null,
    calendar: null,
    bucket: null,
    rows: [],
    total: 0,
  }))
  let controller: AbortController | null = null

  const readRows = async (bucket: string, offset: number, mine: AbortController): Promise<void> => {
    const { group, unit, calendar } = store.getState()
    if (calendar === null) return
    const question = { place, group, unit, bucket, madeAt: calendar.madeAt, offset, limit: rowsAtOnce }
    const answer = await bridge.call('estate.calendarRows', question, { signal: mine.signal })
    if (controller !== mine) return
    if (!answer.ok) return store.setState({ error: answer.error })
    const before = offset === 0 ? [] : store.getState().rows
    store.setState({ bucket, rows: [...before, ...answer.value.rows], total: answer.value.total })
  }

  const read = async (): Promise<void> => {
    controller?.abort()
    const mine = new AbortController()
    controller = mine
    store.setState({ reading: true, error: null })
    const { group, unit } = store.getState()
    const [calendar, groups] = await Promise.all([
      bridge.call('estate.calendar', { place, group, unit }, { signal: mine.signal }),
      bridge.call('groups.list', { place }),
    ])
    if (controller !== mine) return
    if (!calendar.ok) return store.setState({ reading: false, error: calendar.error })
    const bucket = firstBucket(calendar.value)
    store.setState({
      reading: false,
      calendar: calendar.value,
      groups: groups.ok ? groups.value.map(({ name }) => name) : store.getState().groups,
      bucket,
      rows: [],
      total: 0,
    })
    if (bucket !== null) await readRows(bucket, 0, mine)
  }

  return {
    store,
    read,
    /** Shows other computers or other spans. */
    choose(change: Partial<Pick<CalendarState, 'group' | 'unit'>>): Promise<void> {
      store.setState(change)
      return read()
    },
    /** Shows the computers of a bucket. */
    async show(bucket: string): Promise<void> {
      if (controller !== null) await readRows(bucket, 0, controller)
    },
    /** Reads further computers of the bucket that is shown. */
    async more(): Promise<void> {
      const { bucket, rows } = store.getState()
      if (controller !== null && bucket !== null) await readRows(bucket, rows.length, controller)
    },
    /** All computers of the bucket that is shown; null where they could not be read. */
    async ids(): Promise<readonly number[] | null> {
      const { bucket, group, unit, calendar } = store.getState()
      const mine = controller
      if (mine === null || bucket === null || calendar === null) return null
      const ids: number[] = []
      for (;;) {
        const question = { place, group, unit, bucket, madeAt: calendar.madeAt, offset: ids.length, limit: idsAtOnce }
        const answer = await bridge.call('estate.calendarRows', question, { signal: mine.signal })
        if (controller !== mine) return null
        if (!answer.ok) {
          store.setState({ error: answer.error })
          return null
        }
        ids.push(...answer.value.rows.map(({ id }) => id))
        if (answer.value.rows.length === 0 || ids.length >= answer.value.total) return ids
      }
    },
    dispose(): void {
      controller?.abort()
      controller = null
    },
  }
}

/** The reading of an opened page. */
export type CalendarReading = ReturnType<typeof createCalendarReading>
