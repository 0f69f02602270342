const pattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\.(\d{3})\d{3}([+-])(\d{3})$/

/** The zero FILETIME, which Windows uses for "no time" (slmgr.md 8). */
const none = Date.UTC(1601, 0, 1)
const millisecondsPerDay = 86_400_000

/**
 * Reads a DMTF datetime (`yyyymmddHHMMSS.mmmmmm±UUU`, UUU = minutes from UTC). 1601-01-01, in whatever zone it is
 * given, is null; intervals and half-filled forms (asterisks) are no point in time and come back as they are.
 */
export const parseDmtf = (text: string): Date | string | null => {
  const match = pattern.exec(text)
  if (!match) return text === '' ? null : text
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0] = match.slice(1, 8).map(Number)
  const offset = Number(match[9]) * (match[8] === '-' ? -1 : 1)
  const time = Date.UTC(year, month - 1, day, hour, minute, second, milli) - offset * 60_000
  return Math.abs(time - none) < millisecondsPerDay ? null : new Date(time)
}

/** Writes a point in time as a DMTF datetime in UTC. */
export const formatDmtf = (time: Date): string => `${time.toISOString().replace(/[-:TZ]/g, '')}000+000`
