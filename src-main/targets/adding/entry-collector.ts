import type { ComputerEntry, EntryProblem } from '../../contract/models/estate-adding.ts'
import { nameFault, trimmedName } from './computer-name.ts'

/** One computer as a source names it, unchecked. */
export interface RawEntry {
  readonly line: number | null
  readonly name: string
  readonly group?: string
  readonly tags?: readonly string[]
  readonly note?: string
  readonly ou?: string
  readonly osCaption?: string | null
}

/** An entry before the estate was asked whether it has the computer. */
export type CollectedEntry = Omit<ComputerEntry, 'index' | 'known'>

/** What was taken from a source. */
export interface Collected {
  readonly entries: readonly CollectedEntry[]
  readonly problems: readonly EntryProblem[]
}

/** Computers that one preview holds at most. */
export const mostEntries = 100_000
const longest = 80
const limits = { group: 100, tag: 60, tags: 40, note: 2000, ou: 1024 } as const

/** A value as a problem quotes it: on one line, cut after 80 characters. */
export const quotedValue = (value: string): string => {
  const signs = Array.from(value.slice(0, longest + 1))
  const line = signs.map((sign) => ((sign.codePointAt(0) ?? 0) < 32 ? ' ' : sign)).join('')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** Gathers entries: checks every value, and takes each computer once whatever the case of its name. */
export class EntryCollector {
  readonly #entries: CollectedEntry[] = []
  readonly #problems: EntryProblem[] = []
  readonly #seen = new Map<string, number | null>()
  #full = false

  /** Takes one more; what is wrong with it becomes a problem. */
  add(raw: RawEntry): void {
    const host = trimmedName(raw.name)
    const wrong = nameFault(host)
    if (wrong) return this.problem({ level: 'error', line: raw.line, field: 'name', value: raw.name, ...wrong })
    if (!this.#checkTexts(raw)) return
    const key = host.toLowerCase()
    if (this.#seen.has(key)) return this.#repeated(raw, this.#seen.get(key) ?? null)
    if (this.#entries.length >= mostEntries) return this.#tooMany()
    this.#seen.set(key, raw.line)
    const text = (value: string | undefined): string | null => (value?.trim() ? value.trim() : null)
    this.#entries.push({
      line: raw.line,
      host,
      group: text(raw.group),
      tags: (raw.tags ?? []).map((tag) => tag.trim()).filter((tag) => tag !== ''),
      note: text(raw.note),
      ou: text(raw.ou),
      osCaption: raw.osCaption ?? null,
    })
  }

  /** Notes a problem; its value is shortened. */
  problem(problem: EntryProblem): void {
    this.#problems.push({ ...problem, value: quotedValue(problem.value) })
  }

  /** What was gathered, errors first. */
  collected(): Collected {
    const level = ({ level }: EntryProblem): number => (level === 'error' ? 0 : 1)
    return { entries: this.#entries, problems: this.#problems.toSorted((a, b) => level(a) - level(b)) }
  }

  #checkTexts(raw: RawEntry): boolean {
    const tooLong = (field: string, value: string, most: number): boolean => {
      if (value.trim().length <= most) return false
      const message = `The text has ${value.trim().length} characters; ${most} are allowed here.`
      this.problem({ level: 'error', line: raw.line, field, value, message, remedy: 'Shorten it.' })
      return true
    }
    const long = [
      tooLong('group', raw.group ?? '', limits.group),
      tooLong('note', raw.note ?? '', limits.note),
      tooLong('ou', raw.ou ?? '', limits.ou),
      ...(raw.tags ?? []).map((tag) => tooLong('tags', tag, limits.tag)),
    ]
    if ((raw.tags ?? []).length > limits.tags) {
      const message = `There are ${raw.tags?.length} tags; ${limits.tags} are allowed.`
      const value = (raw.tags ?? []).join(', ')
      this.problem({ level: 'error', line: raw.line, field: 'tags', value, message, remedy: 'Take some out.' })
      return false
    }
    return !long.includes(true)
  }

  #repeated(raw: RawEntry, first: number | null): void {
    const where = first === null ? 'already' : `already in line ${first}`
    const message = `This computer is named ${where}.`
    const remedy = 'Nothing has to be done: it is added once, as it was named first.'
    this.problem({ level: 'warning', line: raw.line, field: 'name', value: raw.name, message, remedy })
  }

  #tooMany(): void {
    if (this.#full) return
    this.#full = true
    this.problem({
      level: 'error',
      line: null,
      field: 'name',
      value: '',
      message: `There are more than ${mostEntries.toLocaleString('en')} computers; the rest was left out.`,
      remedy: 'Add these first, then the rest from a second file.',
    })
  }
}
