import type { SelfTestReport } from '../../contract/models/self-test-report.ts'
import { redactSecrets } from '../../licensing/redaction.ts'

/**
 * Properties that are not even asked for: the key in the firmware (slmgr.md 7.1), digital product IDs and installation
 * IDs, which stand for a key, and what Azure told about the machine.
 */
export const isSecretProperty = (name: string): boolean =>
  /^OA3x|^OfflineInstallationId$|DigitalPid2$|^ProductKeyID2$|^AzureMetadataResponse$/i.test(name)

/** What stands in a report in place of the account that was used. */
export const accountMask = '[account]'

const forms = (user: string | null): readonly string[] => {
  if (user === null) return []
  const bare = user.replace(/^.*\\/, '').replace(/@.*$/, '')
  return [user, bare].filter((form) => form.length > 2)
}

const cleanValue = (value: unknown, cleanText: (text: string) => string): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, cleanText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleanValue(one, cleanText)]))
}

/**
 * Takes what must not be passed on out of every text of a report: product keys but for their last five characters,
 * confirmation IDs, and the account that was used. Published client setup keys stay. Names of computers and domains stay:
 * without them nobody could tell why DNS or activation fails.
 * @param user the account that was used for the computer; null for the one that runs the app, which no text names
 */
export const cleanReport = (report: SelfTestReport, user: string | null): SelfTestReport => {
  const account = forms(user).map(
    (form) => new RegExp(`(?<![\\w])${form.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\${sign}`)}(?![\\w])`, 'gi'),
  )
  const cleanText = (text: string): string =>
    account.reduce((cleaned, form) => cleaned.replace(form, accountMask), redactSecrets(text))
  return cleanValue(report, cleanText) as SelfTestReport
}
