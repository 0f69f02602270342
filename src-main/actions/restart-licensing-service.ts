import { z } from 'zod'
import { restartServiceCommand } from '../licensing/command-lines.ts'
import { licensingService } from '../licensing/kms-facts.ts'
import { defineAction, type ActionContext } from './action.ts'
import { elevationFindings } from './local-rights.ts'
import { pollUntil } from './poll.ts'
import { BeforeRestart, readBeforeRestart } from './publishing-events.ts'
import { controlService, isRefusal, readService, serviceFailure, type ServiceSnapshot } from './windows-service.ts'

const Params = z
  .object({
    /** Set where a later step looks for events about publishing, which then needs to know the older ones. */
    events: z.literal(true).optional(),
  })
  .strict()
type Params = z.infer<typeof Params>
const Evidence = z
  .object({
    state: z.string(),
    processId: z.number().int(),
    /** By which later steps tell this restart's events; plans of earlier versions of the app lack it. */
    before: BeforeRestart.optional(),
  })
  .strict()
type Evidence = z.infer<typeof Evidence>
interface Restarted extends Partial<BeforeRestart> {
  readonly processIdBefore: number
  readonly processId: number
}

/** How long Windows may take for each half, and how often it is asked, in milliseconds. */
const times = { every: 500, atMost: 60_000 }

const isAtRest = ({ state }: ServiceSnapshot): boolean => state === 'Running' || state === 'Stopped'
const read = (context: ActionContext): Promise<ServiceSnapshot> => readService(context, licensingService)
const atRest = (context: ActionContext): Promise<ServiceSnapshot> =>
  pollUntil(context, () => read(context), isAtRest, times)

/** Running as another process than before: it was restarted, by this step or on its own since. */
const isRestarted = (now: ServiceSnapshot, before: Evidence): boolean =>
  now.state === 'Running' && now.processId !== before.processId

const stop = async (context: ActionContext, before: Evidence): Promise<ServiceSnapshot> => {
  context.note('Waiting for the service to stop')
  const code = await controlService(context, licensingService, 'StopService')
  // The service also stops by itself when idle, and starts on demand: what counts is that the old process is gone.
  const isGone = (now: ServiceSnapshot): boolean => now.state === 'Stopped' || isRestarted(now, before)
  const patience = isRefusal(code) ? { ...times, atMost: 0 } : times
  const after = await pollUntil(context, () => read(context), isGone, patience)
  if (!isGone(after)) throw serviceFailure(licensingService, 'stop', code, after.state)
  return after
}

const start = async (context: ActionContext): Promise<ServiceSnapshot> => {
  context.note('Waiting for the service to run')
  const code = await controlService(context, licensingService, 'StartService')
  const isUp = ({ state }: ServiceSnapshot): boolean => state === 'Running'
  const patience = isRefusal(code) ? { ...times, atMost: 0 } : times
  const after = await pollUntil(context, () => read(context), isUp, patience)
  if (!isUp(after)) throw serviceFailure(licensingService, 'start', code, after.state)
  return after
}

/** Restarts the service sppsvc, waiting for each half. After an interruption only the missing half is done. */
export const restartLicensingService = defineAction<Params, Evidence, Restarted>({
  kind: 'service.restart-licensing',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 10,
  deadline: 4 * 60_000,
  title: () => 'Restart the licensing service (sppsvc)',
  equivalent: (_, target) => restartServiceCommand(target),
  undo: () => ({ possible: true, sentence: 'A restart leaves nothing behind that would have to be undone.' }),
  check: async (context) => elevationFindings(context),
  before: async (context, { events }) => {
    const { state, processId } = await atRest(context)
    return { state, processId, before: await readBeforeRestart(context, events ?? false) }
  },
  run: async (context, _, before) => {
    const now = await atRest(context)
    const old = now.state === 'Running' && !isRestarted(now, before)
    const stopped = old ? await stop(context, before) : now
    const running = stopped.state === 'Running' ? stopped : await start(context)
    return { processIdBefore: before.processId, processId: running.processId, ...before.before }
  },
  settle: async (context, _, before) => {
    const now = await atRest(context)
    if (isRestarted(now, before))
      return {
        state: 'done',
        result: { processIdBefore: before.processId, processId: now.processId, ...before.before },
        outcome: 'The licensing service was restarted and runs.',
      }
    return {
      state: 'not-done',
      outcome:
        now.state === 'Running' ? 'The service was not restarted yet.' : 'The service is stopped, not started yet.',
    }
  },
  outcome: ({ processIdBefore, processId }) =>
    processIdBefore === 0
      ? `The licensing service was started (process ${processId}).`
      : `The licensing service was restarted (process ${processIdBefore}, now ${processId}).`,
})
