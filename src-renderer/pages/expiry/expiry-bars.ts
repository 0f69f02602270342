import type { CalendarBucket, EstateCalendar } from '../../../src-main/contract/models/estate-calendar.ts'
import { bucketTotal } from './bucket-name.ts'

const dayMs = 86_400_000

/** Days that the plot shows. Who renews regularly has more than that left and would dwarf those who do not. */
export const plottedDays = 150

/** What the plot of a calendar shows: spans that end within its days, and how many computers end in them and after them. */
export interface ExpiryBars {
  readonly spans: readonly CalendarBucket[]
  readonly ending: number
  readonly after: number
}

const sum = (buckets: readonly CalendarBucket[]): number =>
  buckets.reduce((total, bucket) => total + bucketTotal(bucket), 0)

/** Divides a calendar into what is plotted and what comes after it; overdue computers are in neither. */
export const expiryBars = ({ buckets, madeAt }: EstateCalendar): ExpiryBars => {
  const end = Date.parse(madeAt) + plottedDays * dayMs
  const isPlotted = ({ kind, to }: CalendarBucket): boolean => kind === 'span' && to !== null && Date.parse(to) <= end
  const spans = buckets.filter(isPlotted)
  const rest = buckets.filter((bucket) => bucket.kind !== 'overdue' && !isPlotted(bucket))
  return { spans, ending: sum(spans), after: sum(rest) }
}

/** The top of an axis from 0 with four equal steps of whole computers, none of them odd: 4, 8, 20, 40, 80, 200 … */
export const axisTop = (most: number): number => {
  for (let unit = 4; ; unit *= 10) for (const top of [unit, 2 * unit, 5 * unit]) if (most <= top) return top
}
