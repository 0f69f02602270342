/** Product keys: five blocks of five, or twenty-five characters of the alphabet of keys (which has no vowels, so that no name in WMI matches). */
const keyPattern =
  /\b(?:[A-Z0-9]{5}-){4}([A-Z0-9]{5})\b|\b[B-DF-HJKMNP-RTV-Y2-46-9]{20}([B-DF-HJKMNP-RTV-Y2-46-9]{5})\b/gi
/** A confirmation ID or an installation ID: at least 42 digits, perhaps in blocks. */
const longNumber = /\b\d(?:[ -]?\d){41,}\b/g

/** Longest text kept of an argument or a query: the longest query of the app fits, a licence file does not. */
const keptLength = 2000

/** Masks product keys (last five characters stay) and confirmation IDs in a text of any length. */
export const maskSecrets = (text: string): string =>
  text
    .replace(keyPattern, (_whole, dashed: string | undefined, plain: string | undefined) => {
      return `XXXXX-XXXXX-XXXXX-XXXXX-${(dashed ?? plain ?? '').toUpperCase()}`
    })
    .replace(longNumber, (number) => `(${number.replace(/\D/g, '').length} digits)`)

/** The same, cut to the length that the log keeps. */
export const maskText = (text: string): string => {
  const masked = maskSecrets(text)
  return masked.length > keptLength ? `${masked.slice(0, keptLength)}…` : masked
}

const keptQueries = 256
const maskedQueries = new Map<string, string>()

/** A query as the log may hold it. The same few are asked again and again, so those seen last are kept. */
export const maskQuery = (wql: string): string => {
  const known = maskedQueries.get(wql)
  if (known !== undefined) return known
  if (maskedQueries.size >= keptQueries) maskedQueries.clear()
  const masked = maskText(wql)
  maskedQueries.set(wql, masked)
  return masked
}

/** What kind of secret a parameter holds, by its name (slmgr.md 7.2 and 7.4). */
const secretOf = (name: string): 'key' | 'hidden' | null => {
  const lower = name.toLowerCase()
  if (lower === 'productkey') return 'key'
  if (lower === 'confirmationid' || lower === 'installationid' || lower.includes('password')) return 'hidden'
  return null
}

const maskKey = (key: string): string => {
  const sign = key.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return sign.length > 10 ? `XXXXX-XXXXX-XXXXX-XXXXX-${sign.slice(-5)}` : '(masked)'
}

/** Arguments as the log may hold them. */
export const maskArguments = (input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const secret = secretOf(name)
      if (secret === 'hidden') return [name, '(masked)']
      if (secret === 'key') return [name, typeof value === 'string' ? maskKey(value) : '(masked)']
      if (typeof value === 'string') return [name, maskText(value)]
      if (Array.isArray(value)) return [name, value.map((item) => (typeof item === 'string' ? maskText(item) : item))]
      return [name, value]
    }),
  )
