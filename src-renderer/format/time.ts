const pad = (value: number): string => String(value).padStart(2, '0')

/** A duration for people: `7 s`, `1 min 05 s`, `2 h 03 min`. @param milliseconds a negative duration counts as none */
export const durationText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`
}

/**
 * A point in time as `2026-11-22 14:03:05`, in the time zone of the computer that the app runs on. The same in every
 * language, so that it can be compared with a log.
 * @param iso ISO 8601; text that is no time comes back as it is
 */
export const timeText = (iso: string): string => {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const date = `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
  return `${date} ${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`
}

/**
 * A point in time as `2026-11-22 14:03` in the local time of another computer.
 * @param iso ISO 8601
 * @param utcOffset minutes that its local time is ahead of UTC
 */
export const placeTimeText = (iso: string, utcOffset: number): string => {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : new Date(time + utcOffset * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}
