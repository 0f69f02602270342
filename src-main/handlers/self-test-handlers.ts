import type { Handlers } from '../contract/handlers.ts'
import type { SelfTestService } from './service-interfaces.ts'

/** "Check this computer": the subscription is the run, and ending it stops the run. */
export const selfTestHandlers = (selfTest: SelfTestService): Pick<Handlers, 'selfTest.run'> => ({
  'selfTest.run': async ({ target }, { emit, signal }) => {
    try {
      await selfTest.run(target, emit, signal)
    } catch (thrown) {
      if (!signal.aborted) throw thrown
    }
  },
})
