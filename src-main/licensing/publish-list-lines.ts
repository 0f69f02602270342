import type { Finding } from '../contract/models/finding.ts'
import { domainKey } from './dns-domain-name.ts'
import type { PublishRowDraft } from './publish-list.ts'
import { quoteInput } from './quote-input.ts'

/** The rows of a publish list as it was found, with what is wrong with its lines. Every line becomes a row. */
export interface ParsedPublishList {
  readonly drafts: readonly PublishRowDraft[]
  /** Faults of the lines alone; those of names and numbers come from checkPublishRows. */
  readonly findings: readonly Finding[]
}

const lineFinding = (check: string, index: number, message: string, remedy: string): Finding => ({
  check,
  level: 'problem',
  field: `publishList[${index}]`,
  message: `Row ${index + 1}: ${message}`,
  remedy,
})

const trailingComma = (line: string, parts: readonly string[], index: number): readonly Finding[] =>
  parts.length > 1 && parts.at(-1) === ''
    ? [
        lineFinding(
          'publish-trailing-comma',
          index,
          `the line ${quoteInput(line)} ends with a comma.`,
          'Remove the comma; the editor has done so already.',
        ),
      ]
    : []

const tooMany = (line: string, parts: readonly string[], index: number): readonly Finding[] =>
  parts.slice(3).some((part) => part !== '')
    ? [
        lineFinding(
          'publish-line',
          index,
          `the line ${quoteInput(line)} has more than a domain, a priority and a weight.`,
          'Write one domain per line, as "domain, priority, weight".',
        ),
      ]
    : []

/**
 * Reads the lines of DnsDomainPublishList: "domain, priority, weight", both numbers optional (kms.md 2). Blanks do not
 * matter, blank lines are skipped. Nothing is lost: a line with faults becomes a row as well, its rest beyond the weight
 * kept with the weight.
 */
export const parsePublishList = (lines: readonly string[]): ParsedPublishList => {
  const read = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => {
      const parts = line.split(',').map((part) => part.trim())
      const findings = [...trailingComma(line, parts, index), ...tooMany(line, parts, index)]
      const [domain = '', priority = '', ...rest] = parts
      return {
        draft: { domain, priority: priority || '0', weight: rest.filter(Boolean).join(', ') || '0' },
        findings,
      }
    })
  return { drafts: read.map(({ draft }) => draft), findings: read.flatMap(({ findings }) => findings) }
}

/** The first rows of an editor: the host's own domain, so that it stays published whichever text is right. */
export const initialPublishRows = (ownDomain: string | null): readonly PublishRowDraft[] =>
  ownDomain === null ? [] : [{ domain: ownDomain, priority: '0', weight: '0' }]

/**
 * What is not certain about the host's own domain. Microsoft's deployment guide says that the list suspends publishing in
 * the primary DNS suffix (deploying-kms-activation.txt, "Publishing to Multiple DNS Domains"); other texts say that the
 * own domain is always published (kms.md 2, uncertain). Null for a computer without a domain.
 */
export const ownDomainFinding = (drafts: readonly PublishRowDraft[], ownDomain: string | null): Finding | null => {
  if (ownDomain === null) return null
  const contradiction =
    "Microsoft's deployment guide says that this list replaces publishing in the host's own domain; other texts of Microsoft say that the own domain is always published."
  const own = domainKey(ownDomain)
  return drafts.some(({ domain }) => domainKey(domain) === own)
    ? {
        check: 'publish-own-domain',
        level: 'info',
        field: 'publishList',
        message: `${ownDomain} is in the list, so it is published whichever text is right. ${contradiction}`,
      }
    : {
        check: 'publish-own-domain',
        level: 'warning',
        field: 'publishList',
        message: `${ownDomain}, the host's own domain, is not in the list, and whether it stays published is not certain. ${contradiction}`,
        remedy: `Add ${ownDomain} to the list, or look for its SRV record after the restart of the service.`,
      }
}

/** The guide's warnings about changes of the list, in the order in which they matter (deploying-kms-activation.txt). */
export const publishListCautions: readonly string[] = [
  'The licensing service must be restarted before the list takes effect.',
  'A DNS change may not be seen until all DNS servers have replicated it.',
  'Changes that follow each other faster than the DNS servers replicate can leave older records behind.',
  'After the restart Windows logs one event per domain: 12294 where the record was published, 12293 where it was not.',
]
