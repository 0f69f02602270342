import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { ImageState } from '../../../src-main/contract/models/prepare-image.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

/** What was read of a computer that is to become an image. */
export type ImageReading =
  | { readonly phase: 'busy' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'read'; readonly image: ImageState }

/** Reads a computer's rearms for one opening of the page. An answer after the page is left is dropped. */
export const createImageReading = (bridge: Bridge, target: TargetRef) => {
  const store = createStore<ImageReading>(() => ({ phase: 'busy' }))
  let controller = new AbortController()
  return {
    store,
    /** Reads, or reads anew. */
    async read(): Promise<void> {
      controller.abort()
      const mine = new AbortController()
      controller = mine
      store.setState({ phase: 'busy' }, true)
      const result = await bridge.call('image.read', { target }, { signal: mine.signal })
      if (mine.signal.aborted) return
      store.setState(
        result.ok ? { phase: 'read', image: result.value } : { phase: 'failed', error: result.error },
        true,
      )
    },
    dispose: (): void => controller.abort(),
  }
}
