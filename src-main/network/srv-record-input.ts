import type { AppError, Result } from '../contract/app-error.ts'
import { fail, ok } from '../contract/app-error.ts'
import type { SrvRecordInput, SrvRecordValue } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import { checkDomain, checkTargetName } from './dns-names.ts'

/** TCP port of a KMS host unless changed with /sprt (kms.md 1). */
export const usualKmsPort = 1688
/** Largest TTL in seconds (RFC 2181, 8). */
const largestTtl = 2_147_483_647
const dayInSeconds = 86_400

/** What a checked input gives: the domain and record where nothing stops, and everything found out on the way. */
export interface CheckedSrvRecord {
  readonly value: { readonly domain: string; readonly record: SrvRecordValue } | null
  readonly findings: readonly Finding[]
}

/**
 * Reads a whole number between `least` and `most` from what a person typed. Otherwise an `invalid-input` error that names
 * the field, the value and the range.
 */
export const checkWholeNumber = (
  text: string,
  field: string,
  label: string,
  least: number,
  most: number,
): Result<number> => {
  const trimmed = text.trim()
  const remedy = `Enter a whole number from ${least} to ${most}.`
  const no = (message: string): Result<never> =>
    fail({ code: 'invalid-input', field, message, remedy, retryable: false })
  if (trimmed === '') return no(`The ${label} is missing.`)
  if (!/^\d+$/.test(trimmed)) return no(`The ${label} "${trimmed}" is no whole number.`)
  const value = Number(trimmed)
  return value >= least && value <= most
    ? ok(value)
    : no(`The ${label} "${trimmed}" is not between ${least} and ${most}.`)
}

/** Checks a TCP port: 1 to 65535. */
export const checkPort = (text: string, field = 'port'): Result<number> =>
  checkWholeNumber(text, field, 'port', 1, 65_535)

/** Turns an input error into a finding that stops (`problem`), by the name of the check. */
export const problemFrom = (check: string, error: AppError): Finding => ({
  check,
  level: 'problem',
  message: error.message,
  ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
  ...(error.field === undefined ? {} : { field: error.field }),
})

const remarks = (record: SrvRecordValue): readonly Finding[] => [
  ...(record.port === usualKmsPort
    ? []
    : [
        {
          check: 'srv-port',
          level: 'info',
          field: 'port',
          message: `KMS hosts listen on port ${usualKmsPort} unless that was changed; this record names port ${record.port}.`,
          remedy: `Set the same port on the KMS host (slmgr /sprt ${record.port}), or use ${usualKmsPort}.`,
        } as const,
      ]),
  ...(record.ttl <= dayInSeconds
    ? []
    : [
        {
          check: 'srv-ttl',
          level: 'warning',
          field: 'ttl',
          message: `With a TTL of ${record.ttl} seconds, DNS servers keep an outdated record for more than a day.`,
          remedy: 'Use 3600 seconds unless there is a reason for more.',
        } as const,
      ]),
]

/**
 * Checks a KMS record as typed, every field at once, so that nothing has to be found out one after the other. Priority and
 * weight go from 0 to 65535 (RFC 2782), the TTL from 0 to 2147483647 seconds.
 */
export const checkSrvRecordInput = (input: SrvRecordInput): CheckedSrvRecord => {
  const domain = checkDomain(input.domain)
  const target = checkTargetName(input.target)
  const port = checkPort(input.port)
  const priority = checkWholeNumber(input.priority, 'priority', 'priority', 0, 65_535)
  const weight = checkWholeNumber(input.weight, 'weight', 'weight', 0, 65_535)
  const ttl = checkWholeNumber(input.ttl, 'ttl', 'time to live', 0, largestTtl)
  if (domain.ok && target.ok && port.ok && priority.ok && weight.ok && ttl.ok) {
    const record: SrvRecordValue = {
      target: target.value,
      port: port.value,
      priority: priority.value,
      weight: weight.value,
      ttl: ttl.value,
    }
    return { value: { domain: domain.value, record }, findings: remarks(record) }
  }
  const findings = [domain, target, port, priority, weight, ttl].flatMap((result) =>
    result.ok ? [] : [problemFrom(`srv-${result.error.field ?? 'record'}`, result.error)],
  )
  return { value: null, findings }
}
