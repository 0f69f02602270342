const dmtf = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,6}))?(?:([+-])(\d{3}))?$/
const calendar = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

const part = (text: string | undefined): number => Number(text ?? 0)

/**
 * Reads a datetime literal of WQL: DMTF (yyyymmddHHMMSS.mmmmmm+UUU, the offset in minutes) or month/day/year, which is
 * taken as UTC here. Milliseconds since 1970; null where it is neither (WMI SDK, "CIM_DATETIME").
 */
export const parseDateTime = (text: string): number | null => {
  const [, year, month, day, hour, minute, second, fraction = '', sign, offset] = dmtf.exec(text) ?? []
  if (year !== undefined) {
    const utc = Date.UTC(part(year), part(month) - 1, part(day), part(hour), part(minute), part(second))
    const away = (sign === '-' ? -1 : 1) * part(offset) * 60_000
    return utc + Math.floor(Number(`0.${fraction || '0'}`) * 1000) - away
  }
  const [, m, d, y, h, min, s] = calendar.exec(text) ?? []
  return y === undefined ? null : Date.UTC(part(y), part(m) - 1, part(d), part(h), part(min), part(s))
}
