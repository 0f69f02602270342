import type { Entry } from '../../../stores/computer-entry.ts'

/** The words of a search, in small letters. */
const wordsOf = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

const withWords = (entries: readonly Entry[], words: readonly string[]): readonly Entry[] => {
  const [only] = words
  if (only === undefined) return entries
  // Nearly every search is one word: no function is called for a row then.
  if (words.length === 1) return entries.filter(({ text }) => text.includes(only))
  return entries.filter(({ text }) => words.every((word) => text.includes(word)))
}

interface Found {
  readonly search: string
  readonly entries: readonly Entry[]
}

/**
 * Searches as one types. What was found for the beginning of a search is looked through for the whole of it, and is given
 * again when letters are taken away: the finder remembers the searches that the present one began with.
 */
export interface Finder {
  /** The entries in whose text every word of the search stands, in their order. */
  find(entries: readonly Entry[], search: string): readonly Entry[]
}

/** Makes a finder; it forgets everything when it is asked about another list. */
export const createFinder = (): Finder => {
  let list: readonly Entry[] = []
  let path: readonly Found[] = []
  return {
    find: (entries, search) => {
      if (entries !== list) path = []
      list = entries
      path = path.filter((found) => search.startsWith(found.search))
      const last = path.at(-1)
      if (last?.search === search) return last.entries
      const fitting = withWords(last?.entries ?? entries, wordsOf(search))
      path = [...path, { search, entries: fitting }]
      return fitting
    },
  }
}
