/** A result code as people quote it: 0x and eight upper-case digits. */
export const formatCode = (code: number): string => `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, '0')}`

/** Turns a Win32 code (below 65536) into its HRESULT, as HRESULT_FROM_WIN32 does; other codes stay. */
export const hresultFromWin32 = (code: number): number => (code > 0 && code <= 0xffff ? 0x80070000 + code : code)

const hexWithPrefix = /(?<![\w])0x([0-9a-f]{1,8})(?![\w])/i
const eightHexDigits = /(?<![\w-])([0-9a-f]{8})(?![\w])/i
const decimal = /(?<![\w.])(-?\d{1,10})(?![\w.])/

/**
 * Reads a result code from what a person typed or pasted: `0xC004F074`, `C004F074`, the signed or unsigned decimal of a
 * log (`-1073418124`, `3221549172`), or a small Win32 code (`5`), also inside a sentence. Returns an unsigned number, or
 * null where there is none. Eight hexadecimal digits are taken as hexadecimal even if all are decimal ones (80070005).
 */
export const parseCode = (text: string): number | null => {
  const hex = hexWithPrefix.exec(text)?.[1] ?? eightHexDigits.exec(text)?.[1]
  if (hex !== undefined) return Number.parseInt(hex, 16)
  const digits = decimal.exec(text)?.[1]
  if (digits === undefined) return null
  const number = Number(digits)
  return number < -0x80000000 || number > 0xffffffff ? null : number >>> 0
}
