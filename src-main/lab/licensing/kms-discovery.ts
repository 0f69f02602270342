import { labHresults } from '../lab-error.ts'
import { answersDns, askSrv, lookUp } from '../net/dns-zones.ts'
import type { Scene } from '../world/scene.ts'
import { kmsFigures } from './kms-figures.ts'
import type { ProductState, SrvRecordState } from '../world/state.ts'
import { readSettings } from './settings.ts'

/** A KMS host to try. `found` tells that it came from DNS and may be kept for the next time. */
export interface KmsCandidate {
  readonly name: string
  readonly port: number
  readonly found: boolean
}

export type KmsCandidates =
  { readonly ok: true; readonly candidates: readonly KmsCandidate[] } | { readonly ok: false; readonly code: number }

/** documented: the primary suffix for a domain member, then the suffix search list (kms.md 3). */
const zonesToSearch = (scene: Scene): readonly string[] => {
  const { domain, dnsSuffixes } = scene.computer()
  const lookupDomain = readSettings(scene.computer()).lookupDomain
  const all = lookupDomain === null ? [...(domain === null ? [] : [domain]), ...dnsSuffixes] : [lookupDomain]
  return [...new Set(all.map((name) => name.toLowerCase()))]
}

const reachesDns = (scene: Scene): boolean =>
  scene.computer().dnsServers.some((server) => {
    const host = lookUp(scene.transaction.readNetwork, scene.scenario, server)
    return host !== undefined && answersDns(scene.transaction, host)
  })

/** Draws one after the other, each by its weight; one without weight still has a small chance (RFC 2782). */
const drawn = (records: readonly SrvRecordState[], random: () => number): readonly SrvRecordState[] => {
  if (records.length < 2) return records
  const shares = records.map(({ weight }) => weight * 10 + 1)
  const point = random() % shares.reduce((total, share) => total + share, 0)
  const chosen = shares.findIndex((_share, index) => point < shares.slice(0, index + 1).reduce((a, b) => a + b, 0))
  return [...records.slice(chosen, chosen + 1), ...drawn(records.toSpliced(chosen, 1), random)]
}

/** documented: Windows 7 and later honour priority and weight (RFC 2782; kms.md 3). */
const inOrder = (records: readonly SrvRecordState[], random: () => number): readonly KmsCandidate[] => {
  const priorities = [...new Set(records.map(({ priority }) => priority))].toSorted((left, right) => left - right)
  return priorities
    .flatMap((wanted) =>
      drawn(
        records.filter(({ priority }) => priority === wanted),
        random,
      ),
    )
    .map(({ target, port }) => ({ name: target, port, found: true }))
}

/**
 * Which KMS hosts a client tries. documented order: pinned name, then the cached host, then SRV records (kms.md 3).
 * Codes of failure: 0x8007232B where DNS has no record, 0x8007232A where no DNS server answers (slmgr.md 5.3).
 */
export const findKmsHosts = (scene: Scene, product: ProductState): KmsCandidates => {
  const computer = scene.computer()
  const settings = readSettings(computer)
  const pinned = product.pinnedName ?? settings.machine
  if (pinned !== null) {
    const port = (product.pinnedName === null ? settings.port : product.pinnedPort) || kmsFigures.port
    return { ok: true, candidates: [{ name: pinned, port, found: false }] }
  }
  const cached = settings.hostCaching ? computer.licensing.discovered : null
  const kept = cached === null ? [] : [{ name: cached.name, port: cached.port, found: true }]
  if (!reachesDns(scene)) {
    return kept.length > 0 ? { ok: true, candidates: kept } : { ok: false, code: 0x8007232a }
  }
  for (const zone of zonesToSearch(scene)) {
    const answer = askSrv(scene.transaction, `_vlmcs._tcp.${zone}`)
    if (answer.outcome === 'found')
      return { ok: true, candidates: [...kept, ...inOrder(answer.records, () => scene.transaction.random())] }
  }
  return kept.length > 0 ? { ok: true, candidates: kept } : { ok: false, code: labHresults.dnsNameDoesNotExist }
}
