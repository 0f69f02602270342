/** A line of a .reg file with its continuations joined. `line` is where it begins, counted from 1. */
export interface RegistryLine {
  readonly line: number
  readonly text: string
}

/** What an entry gives a value. */
export type RegistryData =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'dword'; readonly number: number }
  | { readonly kind: 'multi'; readonly lines: readonly string[] }
  /** `-`: the value is to be removed. */
  | { readonly kind: 'delete' }
  /** Another type of value, by its prefix: `hex`, `hex(2)`. */
  | { readonly kind: 'other'; readonly prefix: string }
  | { readonly kind: 'broken'; readonly reason: string }

/** What a line is. */
export type RegistryStatement =
  | { readonly kind: 'key'; readonly key: string; readonly remove: boolean }
  /** `name` is null for the key's default value, written `@`. */
  | { readonly kind: 'value'; readonly name: string | null; readonly data: RegistryData }
  | { readonly kind: 'unreadable' }

/** Joins lines that end in a backslash with those that follow, and leaves out blank lines and comments. */
export const logicalLines = (text: string): readonly RegistryLine[] => {
  const lines: RegistryLine[] = []
  let open: RegistryLine | null = null
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const trimmed: string = raw.trim()
    const begun: RegistryLine = open ?? { line: index + 1, text: '' }
    const goesOn: boolean =
      trimmed.endsWith('\\') && (open !== null || /^(?:"(?:[^"\\]|\\.)*"|@)\s*=\s*hex/i.test(trimmed))
    const joined: RegistryLine = { line: begun.line, text: begun.text + (goesOn ? trimmed.slice(0, -1) : trimmed) }
    open = goesOn ? joined : null
    if (!goesOn) lines.push(joined)
  }
  if (open) lines.push({ line: open.line, text: `${open.text}\\` })
  return lines.filter(({ text: content }) => content !== '' && !content.startsWith(';'))
}

const broken = (reason: string): RegistryData => ({ kind: 'broken', reason })

const multiData = (hex: string): RegistryData => {
  const parts = hex.split(',').map((part) => part.trim())
  if (parts.length === 1 && parts[0] === '') return { kind: 'multi', lines: [] }
  const wrong = parts.findIndex((part) => !/^[0-9a-f]{1,2}$/i.test(part))
  if (wrong !== -1) return broken(`byte ${wrong + 1} of the list is not hexadecimal`)
  if (parts.length % 2 !== 0) return broken(`it has ${parts.length} bytes, an odd number, but characters take two each`)
  const text = new TextDecoder('utf-16le').decode(Uint8Array.from(parts, (part) => Number.parseInt(part, 16)))
  if (!text.endsWith('\0')) return broken('the list has no end')
  return { kind: 'multi', lines: text.split('\0').filter(Boolean) }
}

const dataOf = (text: string): RegistryData => {
  if (text === '-') return { kind: 'delete' }
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1]
  if (quoted !== undefined) return { kind: 'text', text: quoted.replace(/\\(.)/g, '$1') }
  if (text.startsWith('"')) return broken('the quotation marks do not match')
  const dword = /^dword:(.*)$/i.exec(text)?.[1]?.trim()
  if (dword !== undefined) {
    return /^[0-9a-f]{1,8}$/i.test(dword)
      ? { kind: 'dword', number: Number.parseInt(dword, 16) }
      : broken('what follows "dword:" is not a hexadecimal number of at most eight digits')
  }
  const [, prefix, rest] = /^(hex(?:\([0-9a-f]+\))?):(.*)$/i.exec(text) ?? []
  if (prefix === undefined || rest === undefined) return broken('it is neither text, nor "dword:", nor "hex"')
  return prefix.toLowerCase() === 'hex(7)' ? multiData(rest) : { kind: 'other', prefix }
}

/** Reads one logical line after the header. */
export const parseStatement = (text: string): RegistryStatement => {
  const [, minus, key] = /^\[(-?)(.*)\]$/.exec(text) ?? []
  if (key !== undefined) return { kind: 'key', key: key.trim(), remove: minus === '-' }
  const [, name, data] = /^(?:"((?:[^"\\]|\\.)*)"|@)\s*=\s*(.*)$/.exec(text) ?? []
  if (data === undefined) return { kind: 'unreadable' }
  return { kind: 'value', name: name?.replace(/\\(.)/g, '$1') ?? null, data: dataOf(data) }
}
