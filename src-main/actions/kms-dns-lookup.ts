import type { SrvLookup } from '../contract/models/kms-host-report.ts'
import type { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import { kmsSrvName } from '../licensing/kms-facts.ts'
import { property, text, type CimObject } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { readSnapshot } from './licensing-reader.ts'

const addresses = (row: CimObject): readonly string[] => {
  const value = property(row, 'DNSServerSearchOrder')
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : []
}

const readAdapters = async (context: ActionContext): Promise<readonly CimObject[]> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT DNSDomain, DNSServerSearchOrder FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled = TRUE'
  return session.query(wql, context.signal)
}

/**
 * Asks for the KMS hosts of the target's own domain, at the target's own DNS servers: what a KMS client there would find
 * (kms.md 3). Servers are asked in their order until one answers; those that could not be asked are in the answer too,
 * because that is not "none". Empty where the target has no domain. Throws WmiError where the target cannot be read.
 */
export const lookUpKmsHosts = async (
  context: ActionContext,
  snapshot: Pick<LicenseSnapshot, 'dnsDomain'>,
): Promise<readonly SrvLookup[]> => {
  const adapters = await readAdapters(context)
  const domain = snapshot.dnsDomain ?? (adapters.map((row) => text(row, 'DNSDomain')).find(Boolean) || null)
  if (domain === null) return []
  const name = kmsSrvName(domain)
  const servers = [...new Set(adapters.flatMap(addresses))]
  if (servers.length === 0) return [await context.site.resolveSrv(name, undefined, context.signal)]
  const lookups: SrvLookup[] = []
  for (const server of servers) {
    const answer = await context.site.resolveSrv(name, server, context.signal)
    lookups.push(answer)
    if (answer.outcome !== 'could-not-ask') break
  }
  return lookups
}

/** The same for a target of which nothing was read yet: what the KMS-key warning shows. Throws WmiError. */
export const findKmsHosts = async (context: ActionContext): Promise<readonly SrvLookup[]> =>
  lookUpKmsHosts(context, await readSnapshot(context))
