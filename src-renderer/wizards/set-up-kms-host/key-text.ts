const hyphenated = /[A-Za-z0-9]{5}(?:\s*[-‐‑‒–—]\s*[A-Za-z0-9]{5}){4}(?![A-Za-z0-9])/
const spaced = /(?<![A-Za-z0-9])[A-Za-z0-9]{5}(?:\s+[A-Za-z0-9]{5}){4}(?![A-Za-z0-9])/
const solid = /(?<![A-Za-z0-9])[A-Za-z0-9]{25}(?![A-Za-z0-9])/

/**
 * Takes the product key out of pasted text: words before and after it, line breaks, typographic dashes and missing
 * hyphens are put right. Text without anything of a key's shape comes back trimmed, so that the check can say what is
 * wrong with it.
 */
export const extractKey = (text: string): string => {
  const found = hyphenated.exec(text)?.[0] ?? spaced.exec(text)?.[0] ?? solid.exec(text)?.[0]
  if (found === undefined) return text.trim()
  const characters = found.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()
  return (characters.match(/.{5}/g) ?? []).join('-')
}

/** Whether a typed key is long enough to be checked while the person still types. */
export const isComplete = (text: string): boolean => text.replaceAll(/[^A-Za-z0-9]/g, '').length >= 25
