const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * How a time is written below a plot: the hour where the plot spans two days at most, else month and day. The same in every
 * language, as all times in the app are.
 * @param span milliseconds
 */
export const axisTime =
  (span: number) =>
  (time: Date): string =>
    span <= 2 * 86_400_000
      ? `${pad(time.getHours())}:${pad(time.getMinutes())}`
      : `${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
