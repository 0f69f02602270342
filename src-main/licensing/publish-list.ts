import type { Finding } from '../contract/models/finding.ts'
import { dnsDomainFault, domainKey, withoutTrailingDot } from './dns-domain-name.ts'
import { quoteInput } from './quote-input.ts'

/** One DNS domain in which a KMS host publishes itself (DnsDomainPublishList, kms.md 2). */
export interface PublishRow {
  /** Without a trailing dot. */
  readonly domain: string
  /** 0 to 65535; the lowest is tried first. */
  readonly priority: number
  /** 0 to 65535; balances among equal priorities. */
  readonly weight: number
}

/** A row as it stands in the editor: what was typed, right or wrong. */
export interface PublishRowDraft {
  readonly domain: string
  readonly priority: string
  readonly weight: string
}

/** What became of the rows. Refused rows are not lost: the drafts stay with the caller. */
export type ReadPublishRows =
  | { readonly outcome: 'rows'; readonly rows: readonly PublishRow[] }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }

const maxNumber = 65_535
type Column = keyof PublishRow
const fieldOf = (index: number, column: Column): string => `publishList[${index}].${column}`

const problem = (check: string, index: number, column: Column, message: string, remedy: string): Finding => ({
  check,
  level: 'problem',
  field: fieldOf(index, column),
  message: `Row ${index + 1}: ${message}`,
  remedy,
})

const numberOf = (text: string): number | null => {
  const trimmed = text.trim()
  if (trimmed === '') return 0
  const number = /^\+?\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN
  return Number.isInteger(number) && number <= maxNumber ? number : null
}

const numberFinding = (text: string, index: number, column: 'priority' | 'weight', domain: string): Finding | null =>
  numberOf(text) === null
    ? problem(
        `publish-${column}`,
        index,
        column,
        `the ${column} ${quoteInput(text.trim())} of ${quoteInput(domain)} is not a whole number from 0 to ${maxNumber}.`,
        column === 'priority'
          ? 'Enter a whole number from 0 to 65535. KMS clients try the host with the lowest priority first.'
          : 'Enter a whole number from 0 to 65535. Among hosts of one priority a higher weight gets more clients.',
      )
    : null

const domainFinding = (draft: PublishRowDraft, index: number, earlier: readonly PublishRowDraft[]): Finding | null => {
  const fault = dnsDomainFault(draft.domain)
  if (fault) return problem(fault.check, index, 'domain', fault.message, fault.remedy)
  const first = earlier.findIndex(({ domain }) => domainKey(domain) === domainKey(draft.domain))
  if (first === -1) return null
  const message = `the domain ${quoteInput(withoutTrailingDot(draft.domain))} stands in row ${first + 1} already.`
  return problem('publish-duplicate', index, 'domain', message, `Remove row ${index + 1} or row ${first + 1}.`)
}

/** Every fault of the rows, each with its field (`publishList[2].weight`) and remedy; an empty list is one as well. */
export const checkPublishRows = (drafts: readonly PublishRowDraft[]): readonly Finding[] => {
  if (drafts.length === 0) {
    return [
      {
        check: 'publish-empty',
        level: 'problem',
        field: 'publishList',
        message: 'The list of domains is empty.',
        remedy: 'Add a domain, or choose that the host publishes itself in its own domain alone.',
      },
    ]
  }
  return drafts.flatMap((draft, index) =>
    [
      domainFinding(draft, index, drafts.slice(0, index)),
      numberFinding(draft.priority, index, 'priority', draft.domain.trim()),
      numberFinding(draft.weight, index, 'weight', draft.domain.trim()),
    ].filter((finding) => finding !== null),
  )
}

/** The rows as they can be written, or every fault. Empty numbers are 0, as Windows takes them (kms.md 2). */
export const readPublishRows = (drafts: readonly PublishRowDraft[]): ReadPublishRows => {
  const findings = checkPublishRows(drafts)
  if (findings.length > 0) return { outcome: 'refused', findings }
  return {
    outcome: 'rows',
    rows: drafts.map(({ domain, priority, weight }) => ({
      domain: withoutTrailingDot(domain),
      priority: numberOf(priority) ?? 0,
      weight: numberOf(weight) ?? 0,
    })),
  }
}

/** A row as the editor shows it. */
export const publishRowDraft = ({ domain, priority, weight }: PublishRow): PublishRowDraft => ({
  domain,
  priority: String(priority),
  weight: String(weight),
})

/** The lines of DnsDomainPublishList: "contoso.com, 10, 50", as Windows 7 / Server 2008 R2 and later read them (kms.md 2). */
export const formatPublishList = (rows: readonly PublishRow[]): readonly string[] =>
  rows.map(({ domain, priority, weight }) => `${domain}, ${priority}, ${weight}`)
