import type { FrozenBatch, FrozenTarget } from './frozen-batch.ts'

/** A batch with all of its computers, as it was frozen; nothing in it is secret. */
export interface BatchDocument {
  readonly frozen: FrozenBatch
  readonly targets: readonly FrozenTarget[]
}
