import type { Answer } from 'dns-packet'
import { ok, type Result } from '../contract/app-error.ts'
import type { Inquiry } from './dns-inquiry.ts'
import { sameName } from './dns-names.ts'
import { checkHostName, type SystemLookup } from './name-check.ts'
import type { FoundZone } from './zone-search.ts'

/** A server of a zone, with the addresses that were found for it, IPv4 first. */
export interface ZoneServer {
  readonly name: string
  readonly primary: boolean
  readonly addresses: readonly string[]
}

const addressesIn = (records: readonly Answer[], name: string): readonly string[] =>
  records.flatMap((record) =>
    (record.type === 'A' || record.type === 'AAAA') && sameName(record.name, name) ? [record.data] : [],
  )

/** Through aliases too: whatever addresses the answer to a question for them holds. */
const askedAddresses = async (name: string, ask: Inquiry): Promise<readonly string[]> => {
  const answers = await Promise.all((['A', 'AAAA'] as const).map((type) => ask({ name, type, recursion: true })))
  return answers.flatMap((answer) =>
    answer.ok
      ? (answer.value.answers ?? []).flatMap((record) =>
          record.type === 'A' || record.type === 'AAAA' ? [record.data] : [],
        )
      : [],
  )
}

const systemAddresses = async (
  name: string,
  signal: AbortSignal | undefined,
  look: SystemLookup | undefined,
): Promise<readonly string[]> => {
  const check = await checkHostName(name, signal, look)
  return check.outcome === 'found' ? check.addresses : []
}

/**
 * Finds the servers of a zone: those of its NS records and the primary of its SOA record, which may be a hidden one. Their
 * addresses come from the same answer, else from another question, else from this computer's own look-up. Errors: why the
 * NS records could not be asked for.
 */
export const findZoneServers = async (
  { zone, primary }: FoundZone,
  ask: Inquiry,
  signal?: AbortSignal,
  look?: SystemLookup,
): Promise<Result<readonly ZoneServer[]>> => {
  const answer = await ask({ name: zone, type: 'NS', recursion: true })
  if (!answer.ok) return answer
  const { answers = [], authorities = [], additionals = [] } = answer.value
  const listed = [...answers, ...authorities].flatMap((record) =>
    record.type === 'NS' && sameName(record.name, zone) ? [record.data.toLowerCase()] : [],
  )
  const names = [...new Set([primary, ...listed].map((name) => name.replace(/\.$/, '')))].filter((name) => name !== '')
  const servers = names.map(async (name): Promise<ZoneServer> => {
    const near = addressesIn(additionals, name)
    const asked = near.length > 0 ? near : await askedAddresses(name, ask)
    const addresses = asked.length > 0 ? asked : await systemAddresses(name, signal, look)
    return { name, primary: sameName(name, primary), addresses: [...new Set(addresses)] }
  })
  return ok(await Promise.all(servers))
}
