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

/** A step, and whether a computer is set like this already, so that it is not needed there. */
interface WantedStep {
  readonly step: FrozenStep
  isSet(snapshot: LicenseSnapshot): boolean
}

const discoverySteps = ({ discovery }: WantedClient): readonly WantedStep[] => {
  switch (discovery.mode) {
    case 'keep':
      return []
    case 'automatic':
      return [
        {
          step: { kind: 'kms-client.clear-host', params: { activationId: null } },
          isSet: ({ kmsClient }) => kmsClient.host === null && kmsClient.port === null,
        },
      ]
    case 'fixed': {
      const { host, port } = discovery
      return [
        {
          step: { kind: 'kms-client.set-host', params: { host, port, activationId: null } },
          isSet: ({ kmsClient }) =>
            same(kmsClient.host, host) && (kmsClient.port ?? defaultKmsPort) === (port ?? defaultKmsPort),
        },
      ]
    }
  }
}

const domainSteps = ({ lookupDomain }: WantedClient): readonly WantedStep[] => {
  switch (lookupDomain.mode) {
    case 'keep':
      return []
    case 'own':
      return [
        {
          step: { kind: 'kms-client.clear-lookup-domain', params: { activationId: null } },
          isSet: ({ kmsClient }) => kmsClient.lookupDomain === null,
        },
      ]
    case 'domain': {
      const { domain } = lookupDomain
      return [
        {
          step: { kind: 'kms-client.set-lookup-domain', params: { domain, activationId: null } },
          isSet: ({ kmsClient }) => same(kmsClient.lookupDomain, domain),
        },
      ]
    }
  }
}

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((suffix, index) => same(suffix, right[index] ?? ''))

const wantedSteps = (wanted: WantedClient): readonly WantedStep[] => {
  const { hostCaching, activationType, dnsSuffixes } = wanted
  const caching: WantedStep = {
    step: { kind: 'kms-client.set-host-caching', params: { enabled: hostCaching } },
    isSet: ({ kmsClient }) => kmsClient.hostCaching === hostCaching,
  }
  const type: WantedStep = {
    step: { kind: 'kms-client.set-activation-type', params: { type: activationType, activationId: null } },
    isSet: ({ products }) => (products[0]?.activationType ?? null) === activationType,
  }
  const suffixes: WantedStep = {
    step: { kind: 'dns-client.set-suffix-search-list', params: { suffixes: [...(dnsSuffixes ?? [])] } },
    isSet: (snapshot) => snapshot.dnsSuffixes !== null && sameList(snapshot.dnsSuffixes, dnsSuffixes ?? []),
  }
  return [
    ...discoverySteps(wanted),
    ...domainSteps(wanted),
    ...(hostCaching === null ? [] : [caching]),
    ...(activationType === null ? [] : [type]),
    ...(dnsSuffixes === null ? [] : [suffixes]),
  ]
}

/** The steps for everything that is wanted, whatever a computer is set to, in the order in which they are made. */
export const allClientSteps = (wanted: WantedClient): readonly FrozenStep[] =>
  wantedSteps(wanted).map(({ step }) => step)

/** The steps for what differs from what the computer is set to, in the order in which they are made. */
export const clientChanges = (wanted: WantedClient, snapshot: LicenseSnapshot): readonly FrozenStep[] =>
  wantedSteps(wanted).flatMap(({ step, isSet }) => (isSet(snapshot) ? [] : [step]))
