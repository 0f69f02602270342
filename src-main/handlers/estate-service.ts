import type {
  ComputerChange,
  ComputerGroup,
  ComputerPage,
  ComputerPageQuestion,
  ComputersEvent,
  EstatePlace,
  GroupChange,
  SavedView,
} from '../contract/models/estate.ts'
import type {
  AddQuestion,
  Added,
  ComputerPreview,
  DirectoryQuestion,
  PreviewPage,
  PreviewQuestion,
  Uploaded,
} from '../contract/models/estate-adding.ts'

/**
 * The computers that people keep a list of. Nothing here changes a computer. Failures are thrown as AppFailure
 * (`disk-full` and `journal-unavailable` everywhere) or, by `directory`, as WmiError.
 */
export interface EstateService {
  list(question: ComputerPageQuestion): ComputerPage
  /** Tells what changes in a place, at most ten times a second, until the returned function is called. */
  subscribe(place: EstatePlace, listener: (event: ComputersEvent) => void): () => void
  /** Takes a piece of a file. Throws AppFailure `invalid-input` beyond 16 MiB and `not-found` for an unknown upload. */
  upload(upload: string | null, bytes: Uint8Array): Uploaded
  /** Throws AppFailure `invalid-input` (field `text` or `file`) where nothing of it can be read. */
  preview(question: PreviewQuestion, signal: AbortSignal): Promise<ComputerPreview>
  /** Throws AppFailure `not-found` where the preview is no longer kept. */
  previewPage(previewId: string, offset: number, limit: number): PreviewPage
  directory(question: DirectoryQuestion, signal: AbortSignal): Promise<ComputerPreview>
  /** Adds in transactions of many rows; what was committed stays where a later one fails. Throws AppFailure `not-found`. */
  add(question: AddQuestion, signal: AbortSignal): Promise<Added>
  /** Answers how many computers of the place were changed. */
  change(place: EstatePlace, ids: readonly number[], change: ComputerChange, signal: AbortSignal): Promise<number>
  remove(place: EstatePlace, ids: readonly number[], signal: AbortSignal): Promise<number>
  groups(place: EstatePlace): readonly ComputerGroup[]
  /** Throws AppFailure `invalid-input` (field `newName`) where another group has that name. */
  changeGroup(change: GroupChange): ComputerGroup
  removeGroup(place: EstatePlace, name: string): void
  views(): readonly SavedView[]
  saveView(view: SavedView): void
  removeView(name: string): void
}
