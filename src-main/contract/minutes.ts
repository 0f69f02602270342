const units = { hour: 60, day: 1440 } as const

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Minutes as people say them, in the largest units that come out even: "2 hours", "7 days", "1 hour 30 minutes". */
export const describeMinutes = (minutes: number): string => {
  const parts = [
    [Math.floor(minutes / units.day), 'day'],
    [Math.floor((minutes % units.day) / units.hour), 'hour'],
    [minutes % units.hour, 'minute'],
  ] as const
  const text = parts.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)])).join(' ')
  return text || counted(0, 'minute')
}

/**
 * Minutes as Windows counts them, with what that is: "43,200 minutes (30 days)". Below an hour the minutes alone. Free of zod,
 * for the window.
 */
export const minutesText = (minutes: number): string => {
  const exact = `${minutes.toLocaleString('en-GB')} minute${minutes === 1 ? '' : 's'}`
  return minutes < units.hour ? exact : `${exact} (${describeMinutes(minutes)})`
}
