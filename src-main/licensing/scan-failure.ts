import type { AppError } from '../contract/app-error.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import type { ScanOutcome } from '../contract/models/estate.ts'
import type { OutcomeInWords } from './scan-outcome.ts'

/** Why nothing is known of a computer's licence. */
export interface ScanFailure {
  readonly host: string
  /** How its port 135 answered; null where that was not asked. */
  readonly probe: Pick<PortProbe, 'outcome'> | null
  /** What the connection or a reading ended with; null where the port said enough. */
  readonly error: AppError | null
  /** Whether the account is a local one other than the built-in Administrator, which UAC filters over the network. */
  readonly isLocalAccount: boolean
}

/** Outcomes that a second try at the end of a scan may mend. */
const transient: readonly ScanOutcome[] = ['asleep', 'refused', 'timed-out', 'engine-lost', 'wmi-broken']

/** Whether a computer with this outcome is looked at once more at the end of the scan. */
export const isTransient = (kind: ScanOutcome): boolean => transient.includes(kind)

const kindOf = ({ probe, error, isLocalAccount }: ScanFailure): ScanOutcome => {
  if (probe?.outcome === 'name-not-found') return 'name-not-found'
  if (probe?.outcome === 'refused') return 'refused'
  switch (error?.code) {
    case 'name-not-found':
      return 'name-not-found'
    case 'access-denied':
      return isLocalAccount ? 'uac-filtered' : 'access-denied'
    case 'wrong-password':
      return 'wrong-password'
    case 'unsupported-version':
      return 'unsupported-version'
    case 'timeout':
      return 'timed-out'
    case 'engine-lost':
      return 'engine-lost'
    case 'secret-missing':
      return 'wrong-password'
    case 'cancelled':
      return 'stopped'
    case 'rpc-unavailable':
    case 'host-unreachable':
    case 'port-closed':
      return probe?.outcome === 'open' ? 'refused' : 'asleep'
    case undefined:
      return 'asleep'
    default:
      return 'wmi-broken'
  }
}

const allowWmi = 'Allow Windows Management Instrumentation (WMI-In) in the firewall of that computer'
const rights = 'Give it an account that is an administrator there'

type Words = readonly [text: string, next: string | null]

const words = (kind: ScanOutcome, { host, probe, error }: ScanFailure): Words => {
  switch (kind) {
    case 'name-not-found':
      return [`The name ${host} was not found.`, 'Check its spelling, or whether the computer still exists.']
    case 'asleep':
      return [
        `${host} does not answer: it is off, asleep, or a firewall is in between.`,
        'Switch it on or wake it, then scan it again.',
      ]
    case 'refused':
      return probe?.outcome === 'refused'
        ? [`${host} is on, but refuses connections on port 135.`, `${allowWmi}, and check that it runs Windows.`]
        : [
            `${host} answers on port 135, but its WMI does not let a connection in.`,
            `${allowWmi}; a firewall in between must let the dynamic ports of RPC through (49152 to 65535).`,
          ]
    case 'access-denied':
      return [`${host} denies the account access.`, `${rights}: in a domain, a domain account (DOMAIN\\user).`]
    case 'wrong-password':
      if (error?.code === 'secret-missing')
        return ['The password of its account is not in memory.', 'Enter the password, then scan it again.']
      return [
        `${host} does not know the user name, or the password is wrong.`,
        'Enter the account and its password again.',
      ]
    case 'uac-filtered':
      return [
        `${host} takes the rights of an administrator from this local account, because it comes over the network.`,
        'Use its built-in Administrator or a domain account, or set LocalAccountTokenFilterPolicy to 1 there.',
      ]
    case 'unsupported-version':
      return [
        `The Windows version of ${host} is older than Windows 7 and Windows Server 2008 R2.`,
        'Use slmgr.vbs on that computer itself.',
      ]
    case 'timed-out':
      return [`${host} did not answer in time.`, 'Scan it again later, or with a longer time for each computer.']
    case 'engine-lost':
      return [
        'The part of the app that asks Windows ended while it looked at this computer.',
        'Scan the computer again.',
      ]
    case 'stopped':
      return ['The scan was stopped before this computer had answered.', 'Continue the scan.']
    default:
      return [
        error?.message ?? `WMI on ${host} does not work.`,
        'Check on that computer that the service Windows Management Instrumentation works, for example with winmgmt /verifyrepository.',
      ]
  }
}

/** A failure as the outcome of a scan. Pure: the same failure gives the same sentence. */
export const failureOutcome = (failure: ScanFailure): OutcomeInWords => {
  const kind = kindOf(failure)
  const [text, next] = words(kind, failure)
  return { outcome: kind, outcomeText: text, outcomeNext: next, hresult: failure.error?.hresult ?? null }
}
