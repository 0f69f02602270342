import { randomUUID } from 'node:crypto'
import { AppFailure } from '../../contract/app-error.ts'
import type { ComputerSource, EstatePlace } from '../../contract/models/estate.ts'
import type { ComputerEntry, ComputerPreview, DirectoryQuestion } from '../../contract/models/estate-adding.ts'
import type { EstateService } from '../../handlers/estate-service.ts'
import { computerKey } from '../../store/estate-rows.ts'
import type { EstateStore } from '../../store/estate-store.ts'
import { readAddressRanges } from '../../targets/adding/address-ranges.ts'
import { readCsvComputers, type CsvFacts } from '../../targets/adding/csv-computers.ts'
import type { Collected, CollectedEntry } from '../../targets/adding/entry-collector.ts'
import { createPace } from '../../targets/adding/pace.ts'
import { readTypedNames } from '../../targets/adding/typed-names.ts'
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
  readonly entries: readonly ComputerEntry[]
}

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
    { entries: collected, problems }: Collected,
    signal: AbortSignal,
  ): Promise<ComputerPreview> => {
    const entries: ComputerEntry[] = []
    await inSlices<CollectedEntry>(collected, signal, (slice) => {
      const known = store.known(
        place,
        slice.map(({ host }) => host),
      )
      for (const entry of slice)
        entries.push({
          ...entry,
          tags: [...entry.tags],
          index: entries.length,
          known: known.has(computerKey(entry.host)),
        })
    })
    const previewId = randomUUID()
    previews.set(previewId, { place, source, entries })
    for (const oldest of [...previews.keys()].slice(0, -keptPreviews)) previews.delete(oldest)
    return {
      previewId,
      source,
      csv,
      total: entries.length,
      known: entries.filter(({ known }) => known).length,
      problemCount: problems.length,
      limited,
      entries: entries.slice(0, shown),
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
          const read = await readTypedNames(input.text, pace)
          return keep({ place, source: 'typed', csv: null, limited: false }, read, signal)
        }
        case 'range': {
          if (input.text.trim() === '') throw nothingFound('text', 'No range was entered.')
          const read = await readAddressRanges(input.text, pace)
          return keep({ place, source: 'range', csv: null, limited: false }, read, signal)
        }
        case 'file': {
          const { csv, ...read } = await readCsvComputers(uploads.bytesOf(input.upload), input.reading, pace)
          return keep({ place, source: 'file', csv, limited: false }, read, signal)
        }
      }
    },
    previewPage: (previewId, offset, limit) => ({
      entries: keptOf(previewId).entries.slice(offset, offset + limit),
    }),
    directory: async (question, signal) => {
      const { limited, ...found } = await searchDirectory(question, signal)
      return keep({ place: question.place, source: 'directory', csv: null, limited }, found, signal)
    },
    add: async ({ previewId, only, group, tags, updateKnown }, signal) => {
      const { place, source, entries } = keptOf(previewId)
      const wanted = only === null ? null : new Set(only)
      const chosen = entries.filter(({ index }) => wanted?.has(index) ?? true)
      const at = now().toISOString()
      const sum = { added: 0, updated: 0, left: 0 }
      try {
        await inSlices(chosen, signal, (slice) => {
          const rows = slice.map((entry) => ({
            host: entry.host,
            group: entry.group ?? group,
            tags: [...entry.tags, ...tags],
            note: entry.note,
            ou: entry.ou,
            source,
          }))
          const { added, updated, left } = store.add(place, rows, at, updateKnown)
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
