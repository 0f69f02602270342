import { hostname } from 'node:os'
import { join } from 'node:path'
import { catalogue } from './actions/catalogue.ts'
import { comparisonKeyOrExplain } from './composition/comparison-key-access.ts'
import { batchEstateOf } from './composition/batch-estate.ts'
import { createBatchResults } from './composition/batch-results.ts'
import { createConversionService } from './composition/conversion-service.ts'
import { createDeploymentService } from './composition/deployment-service.ts'
import { createDnsService } from './composition/dns-service.ts'
import { createDirectorySearch } from './composition/estate/directory.ts'
import { createEstate } from './composition/estate/estate-service.ts'
import { createExportService } from './composition/export-service.ts'
import { createHostSettingsService } from './composition/host-settings-service.ts'
import { openJournalOrExplain } from './composition/journal-access.ts'
import { createKmsHostService } from './composition/kms-host-service.ts'
import { createKeyIdentification } from './composition/key-identification.ts'
import { createKnownHosts } from './composition/known-kms-hosts.ts'
import { createLabService } from './composition/lab-service.ts'
import { createLicensingDetailsService } from './composition/licensing-details-service.ts'
import { readActivationPhones } from './composition/phone-file.ts'
import type { RunningPlans } from './composition/running-plans.ts'
import { createRunningPlans } from './composition/running-plans.ts'
import { createScanning } from './composition/scanning.ts'
import { createSelfTestService } from './composition/self-test-service.ts'
import { createSiteProvider } from './composition/site-provider.ts'
import { createTargetService } from './composition/target-service.ts'
import { thisPerson } from './composition/this-person.ts'
import { engineEnvironment } from './engine/engine-environment.ts'
import { EnginePool } from './engine/engine-pool.ts'
import type { EngineProcess } from './engine/engine-port.ts'
import type { AppInfo } from './contract/models/app-info.ts'
import type { FileService, Services } from './handlers/service-interfaces.ts'
import { isLabKey } from './lab/fictional-keys.ts'
import { redactSecrets } from './licensing/redaction.ts'
import type { Logger } from './logging/logger.ts'
import type { Redaction } from './logging/redaction.ts'
import { systemClock } from './plans/clock.ts'
import { createBatchService } from './plans/batches/batch-service.ts'
import { createBusyComputers } from './plans/busy-computers.ts'
import { createPlanService } from './plans/plan-service.ts'
import type { CommandSource } from './shell/command-source.ts'
import { createSecretVault } from './store/secret-vault.ts'

/** How an engine process is to be forked. */
export interface EngineFork {
  readonly serviceName: string
  readonly env: Readonly<Record<string, string>>
}

/** What the services are put together from. */
export interface ServiceParts {
  /** The folder of the app's data. */
  readonly userData: string
  /** What people must know of the start before the services were opened. */
  readonly notices: AppInfo['notices']
  readonly version: string
  readonly elevated: boolean | null
  readonly logger: Logger
  readonly redaction: Redaction
  readonly commands: CommandSource
  openLogFolder(): Promise<void>
  /** Saves files where the person wants them. */
  readonly files: FileService
  /** Makes a PDF file of a page. Throws AppFailure `internal`, `cancelled`. */
  printPdf(html: string, signal: AbortSignal): Promise<Uint8Array>
  forkEngine(options: EngineFork): EngineProcess
}

/** The services in use. */
export interface OpenServices {
  readonly services: Services
  readonly plans: RunningPlans
  /** Starts what will be needed soon, once the window is there. */
  warmUp(): void
  /** Ends the engines and closes the journal. */
  close(): Promise<void>
}

/** Puts the services together: the one place that knows which part leans on which. Never throws for a damaged file. */
export const openServices = (parts: ServiceParts): OpenServices => {
  const { userData, elevated, redaction } = parts
  const computerName = hostname()
  const now = (): Date => new Date()
  const store = openJournalOrExplain({ path: join(userData, 'journal.sqlite'), now })
  const comparison = comparisonKeyOrExplain(join(userData, 'comparison.key'))
  const notices = [...parts.notices, ...store.notices, ...comparison.notices]
  for (const { message } of notices) parts.logger.warn(message)

  const vault = createSecretVault(comparison.key)
  redaction.register((text) => redactSecrets(text, vault.values()))

  const labs = join(userData, 'lab')
  const environment = engineEnvironment(process.env)
  const pool = new EnginePool({
    fork: () => parts.forkEngine({ serviceName: 'Activation Field Kit engine', env: environment }),
  })
  const sites = createSiteProvider(pool, labs)
  const planParts = {
    store,
    vault,
    catalogue,
    sites,
    clock: systemClock,
    who: thisPerson(),
    elevated,
    computerName,
    redact: redaction.text,
    isLabKey,
    busy: createBusyComputers(),
  }
  const plans = createPlanService({ ...planParts, phones: (target) => readActivationPhones(target) })
  const looking = { sites, vault, clock: systemClock, elevated }
  const knownHosts = createKnownHosts(store, computerName, now)
  const estate = createEstate({
    store: store.estate,
    vault,
    clock: systemClock,
    searchDirectory: createDirectorySearch(looking),
  })
  const batches = createBatchService({ ...planParts, estate: batchEstateOf(estate.register) })
  const running = createRunningPlans(plans, store, batches)
  const scans = createScanning({ book: estate.register, vault, pool, labs })
  const lab = createLabService({ labs, isBusy: running.isRunning })

  const dns = createDnsService({ ...looking, knownHosts })
  const { register } = estate

  return {
    services: {
      app: {
        info: async () => ({
          version: parts.version,
          electron: process.versions['electron'] ?? null,
          platform: process.platform,
          computerName,
          canManageThisComputer: process.platform === 'win32',
          elevated,
          notices: [...notices],
        }),
        openLog: parts.openLogFolder,
        subscribeToCommands: parts.commands.subscribe,
      },
      vault,
      targets: createTargetService(looking),
      lab,
      plans,
      batches,
      batchResults: createBatchResults({ batches, files: parts.files, clock: systemClock }),
      exports: createExportService({
        plan: plans.frozen,
        batch: async (batchId) => {
          const { batchSource } = await import('./composition/batch-source.ts')
          return batchSource(await batches.frozen(batchId), planParts)
        },
      }),
      journal: store,
      dns,
      kmsHosts: createKmsHostService({ ...looking, knownHosts }),
      hostSettings: createHostSettingsService(looking),
      files: parts.files,
      conversions: createConversionService(looking),
      keys: createKeyIdentification(pool, process.platform),
      licensingDetails: createLicensingDetailsService(looking),
      selfTest: createSelfTestService(looking, parts.version),
      estate: estate.service,
      scans,
      deployment: createDeploymentService({ ...looking, register, dns, knownHosts }),
      reports: {
        // What is seldom needed is loaded when it is: the window waits for all that is loaded before.
        save: async (question, signal) => {
          const { createReportService } = await import('./composition/report-service.ts')
          const reports = createReportService({
            register,
            store,
            batches,
            files: parts.files,
            printPdf: parts.printPdf,
            mask: redaction.text,
            clock: systemClock,
            who: thisPerson(),
            computerName,
            version: parts.version,
          })
          return reports.save(question, signal)
        },
      },
    },
    plans: running,
    warmUp: () => pool.warmUp(),
    async close() {
      await scans.close()
      await pool.close()
      await lab.close()
      store.close()
    },
  }
}
