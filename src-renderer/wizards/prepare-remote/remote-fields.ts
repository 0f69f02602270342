import type {
  FirewallProfile,
  PrepareRemoteDraft,
  RemoteFirewall,
  RemoteOptions,
  RemoteScope,
} from '../../../src-main/contract/models/remote-management.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { prepareRemote as words } from '../../strings/prepare-remote.ts'
import type { FieldComplaint, TestAnswer } from '../target-step/target-machine.ts'
import type { TestedComputer } from '../task-wizard/task-wizard.ts'

/** What is chosen on the page "Changes". Texts outlive another choice. */
export interface RemoteFields {
  readonly firewall: 'keep' | 'windows' | 'own'
  readonly profiles: readonly FirewallProfile[]
  readonly from: RemoteScope['from']
  /** One subnet per line. */
  readonly subnets: string
  readonly liftTokenFilter: boolean
}

/** What most networks need: the rules of Windows, and nothing that weakens an account. */
export const usualFields: RemoteFields = {
  firewall: 'windows',
  profiles: ['domain', 'private'],
  from: 'subnets',
  subnets: '',
  liftTokenFilter: false,
}

/** What is chosen at first: where the filter of local accounts is all that is in the way, nothing but that is changed. */
export const firstFields = ({ test }: TestedComputer): RemoteFields =>
  test.broken === 'uac-filter' ? { ...usualFields, firewall: 'keep', liftTokenFilter: true } : usualFields

const scopeOf = ({ from, subnets }: RemoteFields): RemoteScope =>
  from === 'subnets'
    ? { from, subnets: subnets.split(/[\n,;]/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()])) }
    : { from }

/** How the firewall shall let WMI in, as main takes it. */
export const firewallOf = (fields: RemoteFields): RemoteFirewall | null => {
  switch (fields.firewall) {
    case 'keep':
      return null
    case 'windows':
      return { rules: 'windows' }
    case 'own':
      return { rules: 'own', profiles: [...fields.profiles], scope: scopeOf(fields) }
  }
}

/** Whether the filter of local accounts matters: it does not in a domain, and is not offered there. */
export const mayLift = ({ inWorkgroup }: TestAnswer): boolean => inWorkgroup !== false

/** The choices as main takes them. */
export const remoteOptions = (fields: RemoteFields, test: TestAnswer): RemoteOptions => ({
  firewall: firewallOf(fields),
  liftTokenFilter: fields.liftTokenFilter && mayLift(test),
})

/** Whether the computer can be changed from here. */
export const isChangeable = ({ reachable, findings }: TestAnswer): boolean =>
  reachable && findings.every(({ level }) => level !== 'problem')

/** Why main is not asked: the computer cannot be changed from here. What is wrong with a choice is main's to say. */
export const remoteComplaint = (_: RemoteFields, { name, test }: TestedComputer): FieldComplaint | null =>
  isChangeable(test) ? null : { field: 'script', message: words.complaints.unreachable(name) }

/** The draft that main turns into a plan. */
export const remoteDraft = (fields: RemoteFields, target: TargetRef, test: TestAnswer): PrepareRemoteDraft => ({
  wizard: 'prepare-remote',
  target,
  ...remoteOptions(fields, test),
})
