const pad = (value: number): string => String(Math.abs(value)).padStart(2, '0')

/** A time as ISO 8601 with the offset of the local time of the computer that the app runs on, to the second. */
export const localIso = (time: Date): string => {
  const offset = -time.getTimezoneOffset()
  const date = `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
  const clock = `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`
  return `${date}T${clock}${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`
}

/** The same of an ISO text; a text that is no time comes back as it is. */
export const localIsoOf = (iso: string): string => {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : localIso(time)
}

/** `2026-11-22 14:03` of a text that `localIso` made. */
export const shortTime = (iso: string): string => iso.slice(0, 16).replace('T', ' ')
