import type { Handlers } from '../contract/handlers.ts'
import { endWith } from './end-with.ts'
import type { PlanChannelService } from './service-interfaces.ts'

type PlanChannels =
  | 'plans.propose'
  | 'plans.consent'
  | 'plans.commit'
  | 'plans.stop'
  | 'plans.resume'
  | 'plans.provide'
  | 'plans.discard'
  | 'plans.unfinished'
  | 'plans.get'
  | 'plans.undoOffer'
  | 'plans.proposeUndo'
  | 'plans.events'

/** Plans: the window proposes, main disposes. Only an id and a digest ever come back from the window. */
export const planHandlers = (plans: PlanChannelService): Pick<Handlers, PlanChannels> => ({
  'plans.propose': (draft) => plans.propose(draft),
  'plans.consent': async (consent) => {
    plans.consent(consent)
    return undefined
  },
  'plans.commit': async (commit) => plans.commit(commit),
  'plans.stop': async ({ planId }) => plans.stop(planId),
  'plans.resume': async (resume) => plans.resume(resume),
  'plans.provide': async (input) => plans.provide(input),
  'plans.discard': async ({ planId }) => plans.discard(planId),
  'plans.unfinished': async () => [...plans.unfinished()],
  'plans.get': async ({ planId }) => plans.get(planId),
  'plans.undoOffer': async ({ planId }) => plans.undoOffer(planId),
  'plans.proposeUndo': (input) => plans.proposeUndo(input),
  'plans.events': async ({ planId }, { emit, signal }) => {
    endWith(signal, plans.subscribe(planId, emit))
  },
})
