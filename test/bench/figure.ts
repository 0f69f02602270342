/** One line of `npm run bench`: a measured value beside an anchor that was measured in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'us' | 'bytes' | 'computers/s' | 'MiB' | 'frames'
  /** In the same unit; null where a figure stands for itself. */
  readonly anchor: number | null
  /** What the limit is held against; its definition stands where the figure is made. Null without an anchor. */
  readonly ratio: number | null
}

/** The bound that a figure's ratio has to keep. */
export interface Limit {
  readonly name: string
  readonly bound: 'at least' | 'at most'
  readonly ratio: number
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** A figure as one line of JSON, four significant digits. */
export const lineOf = ({ name, value, unit, anchor, ratio }: Figure): string =>
  JSON.stringify({
    name,
    value: rounded(value),
    unit,
    anchor: anchor === null ? null : rounded(anchor),
    ratio: ratio === null ? null : rounded(ratio),
  })

/** Whether a figure keeps its limit. */
export const keeps = (ratio: number, limit: Limit): boolean =>
  limit.bound === 'at least' ? ratio >= limit.ratio : ratio <= limit.ratio

/** The middle of some numbers; of an even count, the lower of the two. Throws where there are none. */
export const median = (values: readonly number[]): number => {
  const middle = values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new Error('There is nothing to take the median of.')
  return middle
}

/** The value below which 95 of 100 lie. Throws where there are none. */
export const percentile95 = (values: readonly number[]): number => {
  const at = values.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(values.length * 0.95) - 1)]
  if (at === undefined) throw new Error('There is nothing to take a percentile of.')
  return at
}
