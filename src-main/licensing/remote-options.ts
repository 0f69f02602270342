import type { Finding } from '../contract/models/finding.ts'
import type {
  FirewallProfile,
  RemoteFirewall,
  RemoteOptions,
  RemoteScope,
} from '../contract/models/remote-management.ts'
import { readSubnet } from './subnet-input.ts'
import type { WmiReach } from './wmi-firewall.ts'

/** The firewall's part after the check: Windows' own rules, three rules of the app's, or nothing. */
export type CheckedFirewall = { readonly rules: 'windows' } | ({ readonly rules: 'own' } & WmiReach) | null

/** Options that may be carried out, or what stands against them. */
export type CheckedRemoteOptions =
  | { readonly outcome: 'value'; readonly firewall: CheckedFirewall; readonly liftTokenFilter: boolean }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }

const problem = (field: string, message: string, remedy: string): Finding => ({
  check: 'remote-options',
  level: 'problem',
  field,
  message,
  remedy,
})

const order: readonly FirewallProfile[] = ['domain', 'private', 'public']

interface ReadSenders {
  readonly remote: readonly string[]
  readonly findings: readonly Finding[]
}

const readSenders = (scope: RemoteScope): ReadSenders => {
  switch (scope.from) {
    case 'any':
      return { remote: ['any'], findings: [] }
    case 'local-subnet':
      return { remote: ['localsubnet'], findings: [] }
    case 'subnets': {
      if (scope.subnets.length === 0)
        return {
          remote: [],
          findings: [problem('subnets', 'No subnet is listed.', 'Add the subnet from which you manage computers.')],
        }
      const read = scope.subnets.map(readSubnet)
      return {
        remote: [...new Set(read.flatMap((one) => (one.outcome === 'value' ? [one.value] : [])))],
        findings: read.flatMap((one) =>
          one.outcome === 'refused' ? [problem('subnets', one.message, one.remedy)] : [],
        ),
      }
    }
  }
}

const readFirewall = (
  firewall: RemoteFirewall | null,
): { readonly firewall: CheckedFirewall; readonly findings: readonly Finding[] } => {
  if (firewall === null) return { firewall: null, findings: [] }
  if (firewall.rules === 'windows') return { firewall: { rules: 'windows' }, findings: [] }
  const profiles = order.filter((profile) => firewall.profiles.includes(profile))
  const { remote, findings } = readSenders(firewall.scope)
  const none =
    profiles.length === 0
      ? [problem('profiles', 'No kind of network is chosen.', 'Choose domain, private or public networks.')]
      : []
  return { firewall: { rules: 'own', profiles, remote }, findings: [...none, ...findings] }
}

/** Checks what is to be changed for remote management: each fault with field, value and remedy. Pure. */
export const checkRemoteOptions = ({ firewall, liftTokenFilter }: RemoteOptions): CheckedRemoteOptions => {
  const read = readFirewall(firewall)
  if (read.findings.length > 0) return { outcome: 'refused', findings: read.findings }
  if (read.firewall === null && !liftTokenFilter)
    return {
      outcome: 'refused',
      findings: [
        problem(
          'options',
          'Nothing is chosen to be changed.',
          'Choose the firewall, the filter of local accounts, or both.',
        ),
      ],
    }
  return { outcome: 'value', firewall: read.firewall, liftTokenFilter }
}
