import type { SelfTestService } from '../handlers/service-interfaces.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** Checks computers through the shared engine. @param appVersion stands in the reports */
export const createSelfTestService = (parts: TargetLookParts, appVersion: string): SelfTestService => {
  const look = createTargetLook(parts)
  return {
    run: async (target, tell, signal) => {
      const { runSelfTest } = await import('../targets/self-test/self-test.ts')
      return look(target, signal, (context) => runSelfTest(context, appVersion, tell))
    },
  }
}
