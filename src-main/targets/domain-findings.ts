import type { AppError } from '../contract/app-error.ts'
import { toExactError } from '../contract/models/app-error-schema.ts'
import type { AuthoritativeLookup } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import { sameName } from '../network/dns-names.ts'

type Asked = Extract<AuthoritativeLookup, { readonly outcome: 'asked' }>

const fromError = (
  check: string,
  level: Finding['level'],
  error: AppError,
  message: string = error.message,
): Finding => ({
  check,
  level,
  message,
  ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
  ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
  ...(error.detail === undefined ? {} : { detail: error.detail }),
})

const silentServers = ({ servers }: Asked): readonly Finding[] =>
  servers.flatMap(({ name, answer }) => {
    if (answer.outcome !== 'could-not-ask') return []
    const error = toExactError(answer.error)
    return [fromError('dns-server', 'warning', error, `The DNS server ${name} could not be asked: ${error.message}`)]
  })

const emptiness = ({ domain, servers, records }: Asked): readonly Finding[] => {
  if (records.length > 0) return []
  if (servers.every(({ answer }) => answer.outcome === 'could-not-ask'))
    return [
      {
        check: 'kms-records',
        level: 'problem',
        message: `None of the DNS servers of ${domain} could be asked, so it is not known whether there are KMS records.`,
        remedy: 'Check the way to the DNS servers, or name one that answers.',
      },
    ]
  return [
    {
      check: 'kms-records',
      level: 'warning',
      message: `DNS shows no KMS record in ${domain}: computers there do not find a KMS host by themselves.`,
      remedy: 'Publish a KMS host there, or name the host to the clients by hand (slmgr /skms).',
    },
  ]
}

const difference = ({ domain, agreement }: Asked): readonly Finding[] =>
  agreement === 'differ'
    ? [
        {
          check: 'dns-agreement',
          level: 'warning',
          message: `The DNS servers of ${domain} have different KMS records.`,
          remedy: 'Wait until they have replicated and look again, before you change anything.',
        },
      ]
    : []

/** Hosts of that very domain alone: by default a host publishes itself in its own domain and nowhere else (kms.md 2). */
const unpublished = ({ domain, records, servers }: Asked, knownHosts: readonly string[]): readonly Finding[] => {
  if (servers.some(({ answer }) => answer.outcome === 'could-not-ask')) return []
  return knownHosts
    .filter((host) => sameName(host.replace(/^[^.]+\./, ''), domain))
    .filter((host) => !records.some(({ record }) => sameName(record.target, host)))
    .map((host) => ({
      check: 'kms-host-unpublished',
      level: 'warning',
      message: `The KMS host ${host} has no record in ${domain}.`,
      remedy: 'See its events 12293 and 12294, and whether publishing is on there; or create the record here.',
    }))
}

/** What is to be said about a domain as a whole. "Could not ask" is never told as "none". */
export const domainFindings = (lookup: AuthoritativeLookup, knownHosts: readonly string[]): Finding[] => {
  switch (lookup.outcome) {
    case 'no-zone':
      return [fromError('dns-zone', 'problem', toExactError(lookup.error))]
    case 'could-not-ask': {
      const error = toExactError(lookup.error)
      const message = `DNS could not be asked about ${lookup.domain}, so it is not known whether there are KMS records. ${error.message}`
      return [fromError('dns-zone', 'problem', error, message)]
    }
    case 'asked':
      return [...emptiness(lookup), ...difference(lookup), ...silentServers(lookup), ...unpublished(lookup, knownHosts)]
  }
}
