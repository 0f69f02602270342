import { fail } from '../../src-main/contract/app-error.ts'
import { bridgeGlobal } from '../../src-main/contract/channels.ts'
import type { RawBridge } from '../../src-main/contract/channels.ts'
import { createBridge } from './create-bridge.ts'

/** What the preload put into the page; absent where the page is opened outside the app. */
const raw = (): RawBridge | undefined => (globalThis as Partial<Record<typeof bridgeGlobal, RawBridge>>)[bridgeGlobal]

const outside = fail({
  code: 'internal',
  message: 'This page works inside the Activation Field Kit only.',
  retryable: false,
})

/** The typed client of the contract, over the bridge of this page. */
export const bridge = createBridge({
  call: async (name, requestId, input) => raw()?.call(name, requestId, input) ?? outside,
  cancel: (requestId) => raw()?.cancel(requestId),
  listen: async (name, requestId, input, onEvent) => raw()?.listen(name, requestId, input, onEvent) ?? outside,
})
