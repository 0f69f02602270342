/** A piece of WQL: a word (keyword or name), a text, a number or a sign. */
export type Token =
  | { readonly kind: 'word' | 'text' | 'sign'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }

const pattern =
  /\s+|([A-Za-z_][A-Za-z0-9_]*)|(-?(?:0x[0-9A-Fa-f]+|\d+(?:\.\d+)?))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(<>|!=|<=|>=|[=<>(),*])/sy

const unescape = (raw: string): string => raw.replace(/\\(.)/gs, '$1')

/** Cuts WQL into tokens; null where a character fits nowhere. A backslash escapes the next character (WMI SDK, "WQL"). */
export const tokenise = (wql: string): readonly Token[] | null => {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < wql.length) {
    const match = pattern.exec(wql)
    if (!match) return null
    const [, word, number, double, single, sign] = match
    if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) })
    else if (double !== undefined) tokens.push({ kind: 'text', value: unescape(double) })
    else if (single !== undefined) tokens.push({ kind: 'text', value: unescape(single) })
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign })
  }
  return tokens
}
