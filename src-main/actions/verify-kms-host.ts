import { z } from 'zod'
import type { KmsHostReport } from '../contract/models/kms-host-report.ts'
import { showDetailsCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { readKmsHostReport } from './kms-host-report.ts'
import { publishingFailure, readPublishingOutcomes, restartOf } from './publishing-events.ts'

const srvSentence = ({ srv }: KmsHostReport): string => {
  const found = srv.find(({ outcome }) => outcome === 'found')
  if (found?.outcome === 'found') return `DNS shows ${found.records.length} KMS host record(s).`
  if (srv.some(({ outcome }) => outcome === 'none')) return 'DNS shows no KMS host record yet.'
  return srv.length === 0 ? 'The computer has no DNS domain to ask in.' : 'DNS could not be asked.'
}

/**
 * Reads what the KMS host looks like now; its result is the report that the wizard ends with. Throws AppFailure
 * `licensing-refused` where Windows could not publish the host in DNS after this plan's restart (event 12293).
 */
export const verifyKmsHost = defineAction<Record<string, never>, null, KmsHostReport>({
  kind: 'kms-host.verify',
  params: z.object({}).strict(),
  evidence: z.null(),
  risk: 'read',
  weight: 5,
  deadline: 120_000,
  title: () => 'Verify the KMS host: licence, count, DNS, port and events',
  equivalent: (_, target) => showDetailsCommand(target),
  undo: () => null,
  before: async () => null,
  run: async (context) => {
    const report = await readKmsHostReport(context)
    const restart = restartOf(context)
    // A log that cannot be read is told in the report.
    if (restart === null || report.eventsError !== null) return report
    const failure = publishingFailure(await readPublishingOutcomes(context, restart))
    // A host that its DNS zone refuses is not a success, even where everything else is.
    if (failure) throw failure
    return report
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: (report) =>
    [
      report.channel === null
        ? 'No KMS host key is installed.'
        : `${report.channel}, ${report.licensed ? 'licensed' : 'not licensed'}.`,
      `Current count ${report.currentCount ?? 0}.`,
      srvSentence(report),
      `Port ${report.port.port}: ${report.port.outcome}.`,
    ].join(' '),
})
