import type { SelfTestService } from '../handlers/service-interfaces.ts'
import { runSelfTest } from '../targets/self-test/self-test.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** Checks computers through the shared engine. @param appVersion stands in the reports */
export const createSelfTestService = (parts: TargetLookParts, appVersion: string): SelfTestService => {
  const look = createTargetLook(parts)
  return { run: (target, tell, signal) => look(target, signal, (context) => runSelfTest(context, appVersion, tell)) }
}
