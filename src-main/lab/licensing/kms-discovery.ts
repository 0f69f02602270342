import { labHresults } from '../lab-error.ts'
import { answersDns, askSrv, lookUp } from '../net/dns-zones.ts'
import { suffixSearchList } from '../machine/suffix-search-list.ts'
import type { Scene } from '../world/scene.ts'
import type { Computer, SrvRecordState } from '../world/state.ts'
import { kmsFigures } from './kms-figures.ts'
import { clientSettings } from './product-settings.ts'
import { readSettings } from './settings.ts'
import type { Sku } from './sku-catalogue.ts'

/** A KMS host to try. `found` tells that it came from DNS and may be kept for the next time. */
export interface KmsCandidate {
  readonly name: string
  readonly port: number
  readonly found: boolean
}

export type KmsCandidates =
  { readonly ok: true; readonly candidates: readonly KmsCandidate[] } | { readonly ok: false; readonly code: number }

/**
 * documented: a lookup domain alone, where one is set; else the primary suffix of a domain member, then the suffix search
 * list (kms.md 3).
 */
const zonesToSearch = (computer: Computer, lookupDomain: string | null): readonly string[] => {
  const { domain } = computer
  const usual = [...(domain === null ? [] : [domain]), ...suffixSearchList(computer)]
  const all = lookupDomain === null ? usual : [lookupDomain]
  return [...new Set(all.map((name) => name.toLowerCase().replace(/\.$/, '')))]
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
export const findKmsHosts = (scene: Scene, sku: Sku): KmsCandidates => {
  const computer = scene.computer()
  const { machine, port, lookupDomain } = clientSettings(computer, sku)
  if (machine !== null) {
    return { ok: true, candidates: [{ name: machine, port: port || kmsFigures.port, found: false }] }
  }
  const cached = readSettings(computer).hostCaching ? computer.licensing.discovered : null
  const kept = cached === null ? [] : [{ name: cached.name, port: cached.port, found: true }]
  if (!reachesDns(scene)) {
    return kept.length > 0 ? { ok: true, candidates: kept } : { ok: false, code: labHresults.dnsServerFailure }
  }
  for (const zone of zonesToSearch(computer, lookupDomain)) {
    const answer = askSrv(scene.transaction, `_vlmcs._tcp.${zone}`)
    if (answer.outcome === 'found')
      return { ok: true, candidates: [...kept, ...inOrder(answer.records, () => scene.transaction.random())] }
  }
  return kept.length > 0 ? { ok: true, candidates: kept } : { ok: false, code: labHresults.dnsNameDoesNotExist }
}
