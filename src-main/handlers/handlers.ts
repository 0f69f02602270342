import type { Handlers } from '../contract/handlers.ts'
import { appHandlers } from './app-handlers.ts'
import { batchHandlers } from './batch-handlers.ts'
import { conversionHandlers } from './conversion-handlers.ts'
import { deploymentHandlers } from './deployment-handlers.ts'
import { dnsHandlers } from './dns-handlers.ts'
import { errorLookupHandlers } from './error-lookup-handlers.ts'
import { estateHandlers } from './estate-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import { fileHandlers } from './file-handlers.ts'
import { hostInputHandlers } from './host-input-handlers.ts'
import { hostSettingsHandlers } from './host-settings-handlers.ts'
import { journalHandlers } from './journal-handlers.ts'
import { kmsHostHandlers } from './kms-host-handlers.ts'
import { labHandlers } from './lab-handlers.ts'
import { licensingDetailsHandlers } from './licensing-details-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { productKeyHandlers } from './product-key-handlers.ts'
import { scanHandlers } from './scan-handlers.ts'
import { secretHandlers } from './secret-handlers.ts'
import { selfTestHandlers } from './self-test-handlers.ts'
import type { Services } from './service-interfaces.ts'
import { targetHandlers } from './target-handlers.ts'

/** Every handler of the contract over the given services. A forgotten channel is a compile error here. */
export const createHandlers = (services: Services): Handlers => ({
  ...appHandlers(services.app),
  ...secretHandlers(services.vault),
  ...productKeyHandlers(services.vault, services.lab, services.keys),
  ...targetHandlers(services.targets),
  ...labHandlers(services.lab),
  ...planHandlers(services.plans),
  ...batchHandlers(services.batches, services.batchResults),
  ...journalHandlers(services.journal),
  ...dnsHandlers(services.dns),
  ...kmsHostHandlers(services.kmsHosts),
  ...hostInputHandlers(services.vault),
  ...hostSettingsHandlers(services.hostSettings),
  ...fileHandlers(services.files),
  ...errorLookupHandlers(),
  ...conversionHandlers(services.conversions),
  ...licensingDetailsHandlers(services.licensingDetails),
  ...selfTestHandlers(services.selfTest),
  ...estateHandlers(services.estate),
  ...scanHandlers(services.scans),
  ...deploymentHandlers(services.deployment, services.reports),
  ...exportHandlers(services.exports),
})
