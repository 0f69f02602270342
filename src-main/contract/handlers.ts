import type { CallName, ListenName } from './channels.ts'
import type { contract, EventOf, OutputOf } from './table.ts'
import type { z } from 'zod'

/** What a handler is given besides its validated input. */
export interface CallContext {
  /** Aborts when the window cancels the call, navigates away, reloads or closes. */
  readonly signal: AbortSignal
  /** Correlates log lines with the window's request. */
  readonly requestId: string
}

/** What a subscription handler is given besides its validated input. */
export interface ListenContext<K extends ListenName> extends CallContext {
  /** Delivers an event to the frame that subscribed; does nothing once `signal` has aborted. */
  emit(event: EventOf<K>): void
}

/** The input as a handler sees it: after validation, with zod's defaults and trimming applied. */
export type ValidInputOf<K extends CallName | ListenName> = z.output<(typeof contract)[K]['input']>

/** One handler per call of the contract. Handlers throw AppFailure for expected failures; the router makes it a value. */
export type CallHandlers = {
  readonly [K in CallName]: (input: ValidInputOf<K>, context: CallContext) => Promise<OutputOf<K>>
}

/** One handler per subscription. Resolves once subscribed; the subscription ends when the signal aborts. */
export type ListenHandlers = {
  readonly [K in ListenName]: (input: ValidInputOf<K>, context: ListenContext<K>) => Promise<void>
}

/** Everything main answers. A forgotten channel is a compile error. */
export type Handlers = CallHandlers & ListenHandlers
