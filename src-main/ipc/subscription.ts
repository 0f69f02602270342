import { wire } from '../contract/channels.ts'
import type { ChannelName } from '../contract/channels.ts'
import type { ListenContext } from '../contract/handlers.ts'
import { contract } from '../contract/table.ts'
import type { Logger } from '../logging/logger.ts'
import type { FrameLike } from './electron-parts.ts'
import type { OpenRequest } from './open-requests.ts'
import { firstProblemPath } from './validation.ts'

/** What a subscription is made of. */
export interface SubscriptionParts {
  readonly name: ChannelName
  readonly requestId: string
  readonly request: OpenRequest
  /** The frame that subscribed; events go to it and to no other. */
  readonly frame: FrameLike | null
  readonly logger: Logger
}

/**
 * Builds the context of a subscription handler. Events are validated before they leave; an event that breaks the
 * contract is logged and dropped. A frame that is gone ends its subscription.
 */
export const startSubscription = (
  parts: SubscriptionParts,
): { readonly context: ListenContext<never>; settle(work: Promise<unknown>): void } => {
  const { name, requestId, request, frame, logger } = parts
  const entry = contract[name]

  const emit = (event: unknown): void => {
    if (request.signal.aborted) return
    const parsed = entry.verb === 'listen' ? entry.event.safeParse(event) : null
    if (!parsed?.success) {
      const field = parsed ? firstProblemPath(parsed.error) : ''
      logger.error('An event breaks the contract and was dropped', { channel: name, requestId, field })
      return
    }
    try {
      if (frame === null || frame.isDestroyed()) request.abort()
      else frame.send(wire.event, requestId, parsed.data)
    } catch {
      // The frame went away between the question and the message.
      request.abort()
    }
  }

  return {
    context: { signal: request.signal, requestId, emit },
    settle(work) {
      const release = (): void => {
        if (request.signal.aborted) request.release()
        else request.signal.addEventListener('abort', () => request.release(), { once: true })
      }
      work.then(release, release)
    },
  }
}
