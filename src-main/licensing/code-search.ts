import { parseCode } from './result-code.ts'

/** A result code as it stands in a text. */
export interface FoundCode {
  /** Unsigned 32-bit number; null for a code of the batch activation service. */
  readonly value: number | null
  /** As it is written there: "0xC004F074", "-1073418124", "BAS 0x67". */
  readonly written: string
  readonly times: number
}

interface Hit {
  readonly at: number
  readonly written: string
  readonly value: number | null
}

const guid = /\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?/gi
/** The hint that slmgr prints about unknown codes: 0x2a is its own parameter (slmgr.md 5.1). */
const sluiParameter = /slui(?:\.exe)?"?\s+0x2a\b/gi
const batch = /\bBAS\s*0x([0-9a-f]{1,2})\b/gi
const prefixed = /(?<![\w])0x([0-9a-f]{1,8})(?:U?L|h)?(?![\w])/gi
/** Without 0x, eight digits are a code where they begin as failures and notices do: 4004, 8004, 8007, C004, D000. */
const bareHex = /(?<![\w.-])([48cd]0[0-9a-f]{6})h?(?![\w-])/gi
const longDecimal = /(?<![\w.-])(-\d{9,10}|\d{10})(?![\w.-])/g
/** A small number is a code only where a word says so: "Error: 5", "exit code 1722". */
const announced =
  /\b(?:error|errorlevel|code|result|status|return value|hresult|hr|rc)\b["']?\s*(?:number|code)?\s*[:=]?\s*\(?(-?\d{1,5}|0x[0-9a-f]{1,4})(?![\w.-]*[\w])/gi

/** Overwrites matches with blanks, so that positions stay. */
const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => ' '.repeat(found.length))

const unsigned = (number: number): number | null => (number < -0x80000000 || number > 0xffffffff ? null : number >>> 0)

/** Below this, a hexadecimal number in a text is more likely a flag or a count than a code. */
const smallestHresult = 0x10000

const hitsIn = (text: string): readonly Hit[] => {
  const hits: Hit[] = []
  const collect = (pattern: RegExp, valueOf: (digits: string) => number | null, keep: (value: number) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const digits = match[1] ?? ''
      const value = valueOf(digits)
      if (value !== null && keep(value)) {
        const at = match.index + match[0].indexOf(digits)
        const isPrefixed = pattern === prefixed
        hits.push({ at: isPrefixed ? match.index : at, written: isPrefixed ? `0x${digits}` : digits, value })
      }
    }
  }
  collect(
    prefixed,
    (digits) => Number.parseInt(digits, 16),
    (value) => value >= smallestHresult,
  )
  collect(
    bareHex,
    (digits) => Number.parseInt(digits, 16),
    () => true,
  )
  collect(
    longDecimal,
    (digits) => unsigned(Number(digits)),
    (value) => value >= 0x40000000,
  )
  collect(
    announced,
    (digits) => unsigned(Number(digits)),
    (value) => value > 0,
  )
  return hits
}

/** The whole text as one code: what is typed into a search box may be any number. */
const wholeText = (text: string): readonly Hit[] => {
  const typed = text.trim().replace(/[.,;:!)\]]+$/, '')
  if (!/^[("[]?[-+]?(?:0x)?[0-9a-f]+(?:h|U?L)?$/i.test(typed)) return []
  const bare = typed.replace(/^[("[+]+/, '').replace(/(?:h|U?L)$/i, '')
  const value = parseCode(bare)
  return value === null ? [] : [{ at: 0, written: bare, value }]
}

/**
 * Finds every result code in what a person typed or pasted, in the order of the text, each once: 0x and hexadecimal digits,
 * eight bare hexadecimal digits, signed and unsigned decimals, small numbers that a word announces as a code, and the
 * "BAS 0x67" of Microsoft's batch activation service. GUIDs, product IDs and success (0) are passed over. A text that is
 * one number and nothing else counts as a code whatever it is.
 */
export const findCodes = (text: string): readonly FoundCode[] => {
  const batches: Hit[] = [...text.matchAll(batch)].map((match) => ({
    at: match.index,
    written: `BAS 0x${(match[1] ?? '').toUpperCase()}`,
    value: null,
  }))
  const rest = [guid, sluiParameter, batch].reduce(blank, text)
  const alone = batches.length === 0 ? wholeText(text) : []
  const hits = (alone.length > 0 ? alone : [...batches, ...hitsIn(rest)]).toSorted((a, b) => a.at - b.at)
  const found = new Map<string, FoundCode>()
  for (const { value, written } of hits) {
    const key = value === null ? written : String(value)
    const known = found.get(key)
    found.set(key, known ? { ...known, times: known.times + 1 } : { value, written, times: 1 })
  }
  return [...found.values()]
}
