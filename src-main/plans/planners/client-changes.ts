import type { ActivationType, LicenseSnapshot } from '../../contract/models/license-snapshot.ts'
import { domainKey } from '../../licensing/dns-domain-name.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import type { FrozenStep } from '../frozen-plan.ts'

/** What a KMS client shall be set to; `keep` and null leave a setting as it is. Texts were checked. */
export interface WantedClient {
  readonly discovery:
    | { readonly mode: 'keep' | 'automatic' }
    /** A port that is null stands for 1688, and clears a fixed one. */
    | { readonly mode: 'fixed'; readonly host: string; readonly port: number | null }
  readonly lookupDomain: { readonly mode: 'keep' | 'own' } | { readonly mode: 'domain'; readonly domain: string }
  readonly hostCaching: boolean | null
  readonly activationType: ActivationType | null
  readonly dnsSuffixes: readonly string[] | null
}

const same = (left: string | null, right: string): boolean => left !== null && domainKey(left) === domainKey(right)

const discoverySteps = ({ discovery }: WantedClient, { kmsClient }: LicenseSnapshot): readonly FrozenStep[] => {
  switch (discovery.mode) {
    case 'keep':
      return []
    case 'automatic':
      return kmsClient.host === null && kmsClient.port === null
        ? []
        : [{ kind: 'kms-client.clear-host', params: { activationId: null } }]
    case 'fixed': {
      const { host, port } = discovery
      const samePort = (kmsClient.port ?? defaultKmsPort) === (port ?? defaultKmsPort)
      if (same(kmsClient.host, host) && samePort) return []
      return [{ kind: 'kms-client.set-host', params: { host, port, activationId: null } }]
    }
  }
}

const domainSteps = ({ lookupDomain }: WantedClient, { kmsClient }: LicenseSnapshot): readonly FrozenStep[] => {
  switch (lookupDomain.mode) {
    case 'keep':
      return []
    case 'own':
      return kmsClient.lookupDomain === null
        ? []
        : [{ kind: 'kms-client.clear-lookup-domain', params: { activationId: null } }]
    case 'domain':
      return same(kmsClient.lookupDomain, lookupDomain.domain)
        ? []
        : [{ kind: 'kms-client.set-lookup-domain', params: { domain: lookupDomain.domain, activationId: null } }]
  }
}

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((suffix, index) => same(suffix, right[index] ?? ''))

/** The steps for what differs from what the computer is set to, in the order in which they are made. */
export const clientChanges = (wanted: WantedClient, snapshot: LicenseSnapshot): readonly FrozenStep[] => {
  const { hostCaching, activationType, dnsSuffixes } = wanted
  const allowed = snapshot.products[0]?.activationType ?? null
  const isListed =
    dnsSuffixes === null || (snapshot.dnsSuffixes !== null && sameList(snapshot.dnsSuffixes, dnsSuffixes))
  return [
    ...discoverySteps(wanted, snapshot),
    ...domainSteps(wanted, snapshot),
    ...(hostCaching === null || hostCaching === snapshot.kmsClient.hostCaching
      ? []
      : [{ kind: 'kms-client.set-host-caching', params: { enabled: hostCaching } }]),
    ...(activationType === null || activationType === allowed
      ? []
      : [{ kind: 'kms-client.set-activation-type', params: { type: activationType, activationId: null } }]),
    ...(isListed ? [] : [{ kind: 'dns-client.set-suffix-search-list', params: { suffixes: [...dnsSuffixes] } }]),
  ]
}
