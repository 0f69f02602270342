import type { Action } from '../../actions/action.ts'
import type { Deed } from '../deed.ts'

/** How one kind of the catalogue is exported. */
export interface ExportedKind {
  readonly kind: string
  /** Throws ZodError where the parameters have another shape. */
  deeds(params: unknown): readonly Deed[]
}

/** Says how an action is exported; its own schema gives the parameters their type. */
export const exported = <P, B, R>(action: Action<P, B, R>, deeds: (params: P) => readonly Deed[]): ExportedKind => ({
  kind: action.kind,
  deeds: (params) => deeds(action.params.parse(params)),
})

/** A step that no format can do. */
export const byHand = (reason: string, lines: readonly string[] = []): readonly Deed[] => [
  { deed: 'by-hand', reason, lines },
]
