/** A result code in an event: 0x0 for success, else eight digits (events.json). */
export const hexCode = (code: number): string =>
  code === 0 ? '0x0' : `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, '0')}`

/** observed: times in events 12288 to 12290 are UTC, "2010/9/29 17:52" (events.json). */
export const eventTime = (milliseconds: number): string => {
  const time = new Date(milliseconds)
  const minutes = String(time.getUTCMinutes()).padStart(2, '0')
  return `${time.getUTCFullYear()}/${time.getUTCMonth() + 1}/${time.getUTCDate()} ${time.getUTCHours()}:${minutes}`
}
