import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import { emptyBlocks, type Blocks } from './confirmation-blocks.ts'

/** The confirmation ID as far as it was typed, with what is known of it. */
export interface ConfirmationState {
  readonly blocks: Blocks
  /** Fields whose check digit does not hold, by index. A warning, never a refusal. */
  readonly doubtful: readonly number[]
  /** The field that was found unfit when the person wanted to go on; null where none was. */
  readonly unfit: number | null
  /** What main said of the whole ID. */
  readonly findings: readonly Finding[]
}

export const emptyConfirmation: ConfirmationState = { blocks: emptyBlocks, doubtful: [], unfit: null, findings: [] }

export type ConfirmationEvent =
  | { readonly type: 'confirmation-edited'; readonly blocks: Blocks }
  /** `blocks` are those that were looked at: an answer about older ones is dropped. */
  | { readonly type: 'confirmation-looked-at'; readonly blocks: Blocks; readonly doubtful: readonly number[] }
  | { readonly type: 'confirmation-refused'; readonly unfit: number | null; readonly findings: readonly Finding[] }

/** The next state of the typed confirmation ID. Pure. */
export const confirmationTransition = (state: ConfirmationState, event: ConfirmationEvent): ConfirmationState => {
  switch (event.type) {
    case 'confirmation-edited':
      return {
        blocks: event.blocks,
        doubtful: state.doubtful.filter((index) => event.blocks[index] === state.blocks[index]),
        unfit: null,
        findings: [],
      }
    case 'confirmation-looked-at':
      return event.blocks === state.blocks ? { ...state, doubtful: event.doubtful } : state
    case 'confirmation-refused':
      return { ...state, unfit: event.unfit, findings: event.findings }
  }
}
