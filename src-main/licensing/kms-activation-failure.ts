import { codeSentence, explainCode } from './error-explanations.ts'
import type { KmsClientEvents, KmsClientRequest } from './kms-client-events.ts'
import { clockToleranceHours } from './kms-facts.ts'

/** What is known of an activation that failed. */
export interface KmsActivationFailure {
  /** The code that Windows returned; unsigned. */
  readonly code: number
  /** Null where the event log could not be read. */
  readonly events: KmsClientEvents | null
  /** Minutes by which the computer's clock is ahead of the app's (behind: negative); null where they cannot be compared. */
  readonly clockAhead: number | null
}

/** Why an activation failed, for people. */
export interface KmsFailureExplanation {
  readonly message: string
  readonly remedy: string
  /** The code that says most: the one behind 0xC004F074 where an event has it. */
  readonly hresult: number
}

const codes = { noKmsReached: 0xc004f074, countTooLow: 0xc004f038, clockSkew: 0xc004f06c } as const

/** The KMS host that was asked is not there (error-codes.json). */
const rpcUnavailable = 0x800706ba

/** DNS showed no KMS host, in its two spellings (error-codes.json). */
const noRecord: readonly number[] = [0x8007232b, 0x8007007b]

/**
 * Codes that mean that nothing is wrong with the client: no KMS host was found or reached, it is not activated itself, or its
 * count is too low (error-codes.json). Windows goes on asking by itself, every two hours unless that was changed (kms.md 1).
 */
const mendThemselves: ReadonlySet<number> = new Set([
  codes.noKmsReached,
  codes.countTooLow,
  rpcUnavailable,
  ...noRecord,
  0x8007232a,
  0x8007251d,
  0x80092328,
  0x8007267c,
  0x800704cf,
  0x8007139f,
  0xc0020017,
  0xc004f041,
])

/** Whether an activation that failed with this code waits for a KMS host alone, so that the client need not be changed. */
export const waitsForKmsHost = (code: number): boolean => mendThemselves.has(code)

/** The first code of the events that is another one than Windows returned, with the request that it belongs to. */
const innerCode = (code: number, events: KmsClientEvents): number | null => {
  const answered = events.answers.map(({ resultCode }) => resultCode)
  const asked = events.requests.map(({ resultCode }) => resultCode)
  return [...answered, ...asked].find((found) => found !== 0 && found !== code) ?? null
}

const ended = (text: string): string => `${text.replace(/\.$/, '')}.`

const asked = ({ host, resultCode }: KmsClientRequest): string => {
  const name = host ?? 'No KMS host'
  if (host === null) return resultCode === 0 ? '' : 'No KMS host was found to ask.'
  return resultCode === 0 ? `${name} was asked and answered.` : `${name} was asked and did not answer.`
}

const hosts = ({ requests }: KmsClientEvents): readonly string[] => [...new Set(requests.map(asked).filter(Boolean))]

const countSentence = ({ requests, answers }: KmsClientEvents): string => {
  const count = answers[0]?.count ?? null
  const needed = requests.find(({ minimumCount }) => minimumCount !== null)?.minimumCount ?? null
  if (count === null) return ''
  const needs = needed === null ? '' : `, and this computer needs ${needed}`
  return `The count of the host was ${count}${needs}.`
}

const hours = (minutes: number): string => {
  const rounded = Math.round(Math.abs(minutes) / 6) / 10
  return `${rounded} hour${rounded === 1 ? '' : 's'}`
}

/** Below this many minutes a difference of the clocks is not worth a sentence. */
const notable = 5

const clockSentence = ({ clockAhead, events }: KmsActivationFailure, isSkew: boolean): string => {
  if (clockAhead !== null && Math.abs(clockAhead) >= notable)
    return `The clock of the computer is ${hours(clockAhead)} ${clockAhead > 0 ? 'ahead of' : 'behind'} the clock here.`
  const sent = events?.requests.find(({ clientTime }) => clientTime !== null)?.clientTime
  return isSkew && sent ? `The request carried the time ${sent} (UTC).` : ''
}

/** What to do about hosts that did not answer, by their names; null where no event names one. */
const silentHosts = (events: KmsClientEvents | null): string | null => {
  const silent = (events?.requests ?? []).flatMap(({ host, resultCode }) => (host && resultCode !== 0 ? [host] : []))
  const names = [...new Set(silent)].join(' and ')
  if (names === '') return null
  return `Check whether ${names} can be reached: the computer has to be on, be a KMS host, and let this TCP port in through its firewall. Where it is gone, remove its SRV record from DNS, or change the fixed host of this computer (slmgr /skms, or /ckms for none).`
}

const remedyFor = (code: number, events: KmsClientEvents | null): string => {
  if (code === codes.clockSkew)
    return `Set the clock of the computer right (w32tm /resync), then activate again: a KMS host refuses more than ${clockToleranceHours} hours of difference, compared in UTC.`
  if (code === codes.countTooLow)
    return 'Let more computers ask this KMS host, and look for copies with the same client machine ID; then activate again. Nothing is wrong with this computer.'
  if (noRecord.includes(code))
    return 'Publish a KMS host on the page “KMS in DNS”, or give this computer a fixed one. Where DNS has a record already, check which DNS servers and DNS suffixes the computer has.'
  const silent = code === rpcUnavailable ? silentHosts(events) : null
  if (silent !== null) return silent
  // Some codes mean two things; here it is about KMS.
  const steps = (explainCode(code)?.fixSteps ?? []).filter((one) => !one.startsWith('WMI:'))
  const [step, next] = steps.map((one) => one.replace(/^KMS: (\w)/, (_, first: string) => first.toUpperCase()))
  if (step === undefined) return 'Look the code up, and read the events 12288 and 12289 in the Application log.'
  return next === undefined ? ended(step) : `${ended(step)} ${ended(next)}`
}

/**
 * Explains why a KMS client was not activated: the code that Windows returned, the code behind it from the events 12288
 * and 12289, which hosts were asked, their count, and the clock. Pure. 0xC004F074 alone says only that every host that was
 * tried failed (error-codes.json).
 */
export const explainKmsFailure = (failure: KmsActivationFailure): KmsFailureExplanation => {
  const { code, events } = failure
  const inner = events === null ? null : innerCode(code, events)
  const telling = inner ?? code
  const sentences = [
    `Windows answered ${ended(codeSentence(code))}`,
    ...(inner === null ? [] : [`The reason behind it, from the events of the computer: ${ended(codeSentence(inner))}`]),
    ...(events === null ? ['The events of the computer could not be read.'] : hosts(events)),
    ...(events === null ? [] : [countSentence(events)]),
    clockSentence(failure, telling === codes.clockSkew),
  ]
  return { message: sentences.filter(Boolean).join(' '), remedy: remedyFor(telling, events), hresult: telling }
}
