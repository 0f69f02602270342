import type { Handlers } from '../contract/handlers.ts'
import { endWith } from './end-with.ts'
import type { BatchChannelService, BatchResultService } from './service-interfaces.ts'

type BatchChannels = Extract<keyof Handlers, `batches.${string}`>

/** Batches: one plan for many computers. As with plans, only an id and a digest ever come back from the window. */
export const batchHandlers = (
  batches: BatchChannelService,
  results: BatchResultService,
): Pick<Handlers, BatchChannels> => ({
  'batches.propose': (request, { signal }) => batches.propose(request, signal),
  'batches.consent': async (consent) => {
    batches.consent(consent)
    return undefined
  },
  'batches.commit': (commit) => batches.commit(commit),
  'batches.stop': async ({ batchId }) => batches.stop(batchId),
  'batches.resume': (resume) => batches.resume(resume),
  'batches.continue': (resume) => batches.continueAfterCanary(resume),
  'batches.discard': (input) => batches.discard(input.batchId),
  'batches.retryFailed': (retry) => batches.retryFailed(retry),
  'batches.get': async ({ batchId }) => batches.get(batchId),
  'batches.rows': async (question) => batches.rows(question),
  'batches.saveResults': async ({ batchId }) => ({ saved: await results.save(batchId) }),
  'batches.list': async ({ limit }) => [...batches.list(limit)],
  'batches.unfinished': async () => [...batches.unfinished()],
  'batches.events': async ({ batchId }, { emit, signal }) => {
    endWith(signal, batches.subscribe(batchId, emit))
  },
})
