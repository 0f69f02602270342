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

/** A text without the blanks around it; null where nothing is left. */
const text = (value: string | undefined): string | null => (value === undefined ? null : value.trim() || null)

/** Gathers entries: checks every value, and takes each computer once whatever the case of its name. */
export class EntryCollector {
  readonly #entries: CollectedEntry[] = []
  readonly #problems: EntryProblem[] = []
  readonly #seen = new Map<string, number | null>()
  /** The first computer of each name up to its first dot. */
  readonly #labels = new Map<string, CollectedEntry>()
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
    const entry = {
      line: raw.line,
      host,
      group: text(raw.group),
      tags: (raw.tags ?? []).flatMap((tag) => text(tag) ?? []),
      note: text(raw.note),
      ou: text(raw.ou),
      osCaption: raw.osCaption ?? null,
    }
    this.#entries.push(entry)
    this.#compareWithLonger(key, entry)
  }

  /** Notes a problem; its value is shortened. */
  problem(problem: EntryProblem): void {
    this.#problems.push({ ...problem, value: quotedValue(problem.value) })
  }

  /** What was gathered, errors first. */
  collected(): Collected {
    const errors = this.#problems.filter(({ level }) => level === 'error')
    const others = this.#problems.filter(({ level }) => level !== 'error')
    return { entries: this.#entries, problems: [...errors, ...others] }
  }

  #checkTexts({ line, group = '', note = '', ou = '', tags = [] }: RawEntry): boolean {
    const wrong = this.#problems.length
    this.#checkLength(line, 'group', group, limits.group)
    this.#checkLength(line, 'note', note, limits.note)
    this.#checkLength(line, 'ou', ou, limits.ou)
    for (const tag of tags) this.#checkLength(line, 'tags', tag, limits.tag)
    if (tags.length > limits.tags) {
      const message = `There are ${tags.length} tags; ${limits.tags} are allowed.`
      this.problem({ level: 'error', line, field: 'tags', value: tags.join(', '), message, remedy: 'Take some out.' })
    }
    return this.#problems.length === wrong
  }

  #checkLength(line: number | null, field: string, value: string, most: number): void {
    if (value.length <= most || value.trim().length <= most) return
    const message = `The text has ${value.trim().length} characters; ${most} are allowed here.`
    this.problem({ level: 'error', line, field, value, message, remedy: 'Shorten it.' })
  }

  /** A short name and a full one that begins with it are likely to be one computer, but only DNS knows. */
  #compareWithLonger(key: string, entry: CollectedEntry): void {
    const dot = key.indexOf('.')
    const label = dot === -1 ? key : key.slice(0, dot)
    if (/^\d+$/.test(label)) return
    const first = this.#labels.get(label)
    if (first === undefined) return void this.#labels.set(label, entry)
    if ((dot === -1) === !first.host.includes('.')) return
    const where = first.line === null ? '' : ` in line ${first.line}`
    this.problem({
      level: 'warning',
      line: entry.line,
      field: 'name',
      value: entry.host,
      message: `This may be the same computer as ${quotedValue(first.host)}${where}: one name is short, the other full.`,
      remedy: 'Both are added. Take one of them out where they are one computer.',
    })
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
