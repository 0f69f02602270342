import { randomUUID } from 'node:crypto'
import { AppFailure } from '../../contract/app-error.ts'
import type { ComputerSource, EstatePlace } from '../../contract/models/estate.ts'
import type { ComputerEntry, ComputerPreview, DirectoryQuestion } from '../../contract/models/estate-adding.ts'
import type { EstateService } from '../../handlers/estate-service.ts'
import { computerKey } from '../../store/estate-rows.ts'
import type { EstateStore } from '../../store/estate-store.ts'
import type { CsvFacts } from '../../targets/adding/csv-computers.ts'
import type { Collected, CollectedEntry } from '../../targets/adding/entry-collector.ts'
import { createPace } from '../../targets/adding/pace.ts'
import type { EstateEvents } from './estate-events.ts'
import { inSlices } from './in-slices.ts'
import { createUploads } from './uploads.ts'

export interface ComputerAddingParts {
  readonly store: EstateStore
  readonly events: EstateEvents
  now(): Date
  /** The computers of a domain. Throws AppFailure or WmiError. */
  searchDirectory(question: DirectoryQuestion, signal: AbortSignal): Promise<Collected & { readonly limited: boolean }>
}

type Adding = Pick<EstateService, 'upload' | 'preview' | 'previewPage' | 'directory' | 'add'>

interface Kept {
  readonly place: EstatePlace
  readonly source: ComputerSource
  /** As they were collected: a second object for each of 100,000 would keep the garbage collector busy for too long at a time. */
  readonly entries: readonly CollectedEntry[]
  /** 1 where the list has the computer of this index already. */
  readonly known: Uint8Array
}

/** Some entries of a preview as the window sees them. */
const entriesOf = ({ entries, known }: Kept, from: number, to: number): ComputerEntry[] =>
  entries.slice(from, to).map((entry, place) => {
    const index = from + place
    return { ...entry, tags: [...entry.tags], index, known: known[index] === 1 }
  })

/** Previews that are kept at a time, and entries and problems that a preview shows at once. */
const keptPreviews = 4
const shown = 500

const gone = (): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: 'This preview is no longer kept.',
    remedy: 'Make it anew: enter the names or choose the file again.',
    retryable: false,
  })

const nothingFound = (field: string, message: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field, message, remedy: 'Enter at least one.', retryable: false })

/** Adding computers: a preview first, then what the person took of it. */
export const createComputerAdding = ({ store, events, now, searchDirectory }: ComputerAddingParts): Adding => {
  const uploads = createUploads()
  const previews = new Map<string, Kept>()

  const keptOf = (previewId: string): Kept => {
    const kept = previews.get(previewId)
    if (!kept) throw gone()
    return kept
  }

  /** Asks the estate which computers it has, and keeps the preview. */
  const keep = async (
    {
      place,
      source,
      csv,
      limited,
    }: { place: EstatePlace; source: ComputerSource; csv: CsvFacts | null; limited: boolean },
    { entries, problems }: Collected,
    signal: AbortSignal,
  ): Promise<ComputerPreview> => {
    const kept: Kept = { place, source, entries, known: new Uint8Array(entries.length) }
    let known = 0
    await inSlices(entries, signal, (slice, from) => {
      const hosts = slice.map(({ host }) => host)
      const there = store.known(place, hosts)
      for (const [at, host] of hosts.entries()) {
        if (!there.has(computerKey(host))) continue
        kept.known[from + at] = 1
        known += 1
      }
    })
    const previewId = randomUUID()
    previews.set(previewId, kept)
    for (const oldest of [...previews.keys()].slice(0, -keptPreviews)) previews.delete(oldest)
    return {
      previewId,
      source,
      csv,
      total: entries.length,
      known,
      problemCount: problems.length,
      limited,
      entries: entriesOf(kept, 0, shown),
      problems: problems.slice(0, shown),
    }
  }

  return {
    upload: uploads.add,
    preview: async ({ place, input }, signal) => {
      const pace = createPace(signal)
      switch (input.from) {
        case 'text': {
          if (input.text.trim() === '') throw nothingFound('text', 'No computer name was entered.')
          const { readTypedNames } = await import('../../targets/adding/typed-names.ts')
          const read = await readTypedNames(input.text, pace)
          return keep({ place, source: 'typed', csv: null, limited: false }, read, signal)
        }
        case 'range': {
          if (input.text.trim() === '') throw nothingFound('text', 'No range was entered.')
          const { readAddressRanges } = await import('../../targets/adding/address-ranges.ts')
          const read = await readAddressRanges(input.text, pace)
          return keep({ place, source: 'range', csv: null, limited: false }, read, signal)
        }
        case 'file': {
          const { readCsvComputers } = await import('../../targets/adding/csv-computers.ts')
          const { csv, ...read } = await readCsvComputers(uploads.bytesOf(input.upload), input.reading, pace)
          return keep({ place, source: 'file', csv, limited: false }, read, signal)
        }
      }
    },
    previewPage: (previewId, offset, limit) => ({
      entries: entriesOf(keptOf(previewId), offset, offset + limit),
    }),
    directory: async (question, signal) => {
      const { limited, ...found } = await searchDirectory(question, signal)
      return keep({ place: question.place, source: 'directory', csv: null, limited }, found, signal)
    },
    add: async ({ previewId, only, group, tags, updateKnown }, signal) => {
      const { place, source, entries } = keptOf(previewId)
      const wanted = only === null ? null : new Set(only)
      const chosen = wanted === null ? entries : entries.filter((_, index) => wanted.has(index))
      const at = now().toISOString()
      const sum = { added: 0, updated: 0, left: 0 }
      try {
        await inSlices(chosen, signal, (slice, from) => {
          const rows = slice.map((entry) => ({
            host: entry.host,
            group: entry.group ?? group,
            tags: [...entry.tags, ...tags],
            note: entry.note,
            ou: entry.ou,
            source,
          }))
          const { added, updated, left } = store.add(place, rows, {
            at,
            updateKnown,
            more: from + slice.length < chosen.length,
          })
          sum.added += added.length
          sum.updated += updated.length
          sum.left += left
          events.changed(place, [...added, ...updated])
        })
      } finally {
        events.groups(place)
      }
      return sum
    },
  }
}
