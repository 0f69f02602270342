import { lookUpKmsHosts } from '../../actions/kms-dns-lookup.ts'
import { readTargetClock } from '../../actions/target-clock.ts'
import { toExactError } from '../../contract/models/app-error-schema.ts'
import type { KmsEndpointProbe } from '../../contract/models/dns.ts'
import type { Finding } from '../../contract/models/finding.ts'
import { clockToleranceHours, defaultKmsPort } from '../../licensing/kms-facts.ts'
import { finding, type Learned, type ReportParts, type StepWork } from './self-test-state.ts'

const hour = 3600
/** Seconds by which Kerberos lets clocks differ unless a policy says otherwise. */
const kerberosTolerance = 300

const difference = (seconds: number): string => {
  const amount = Math.abs(seconds)
  if (amount < 60) return `${amount} seconds`
  if (amount < 2 * hour) return `${Math.round(amount / 60)} minutes`
  return amount < 48 * hour ? `${Math.round(amount / hour)} hours` : `${Math.round(amount / (24 * hour))} days`
}

/** Whether the computer's clock agrees: a KMS host refuses clients that are more than four hours off (kms.md 1). */
export const clockStep: StepWork = async (context) => {
  const clock = await readTargetClock(context)
  const amount = Math.abs(clock.ahead)
  const where = clock.ahead < 0 ? 'behind' : 'ahead of'
  const off = `Its clock is ${difference(clock.ahead)} ${where} the clock of the computer that this app runs on.`
  const remedy = 'Set the clock there, or have it follow the domain: w32tm /resync'
  const parts = { clock }
  if (amount > clockToleranceHours * hour)
    return {
      finding: finding('clock', 'problem', `${off} A KMS host refuses it from ${clockToleranceHours} hours on.`, {
        hresult: 0xc004f06c,
        remedy,
      }),
      parts,
    }
  if (amount > kerberosTolerance)
    return { finding: finding('clock', 'warning', `${off} Signing in to the domain may fail.`, { remedy }), parts }
  return {
    finding: finding('clock', 'ok', 'Its clock agrees with the clock of the computer that this app runs on.'),
    parts,
  }
}

/** What a KMS client on that computer finds in DNS. */
export const dnsStep: StepWork = async (context, { snapshot }) => {
  const dns = [...(await lookUpKmsHosts(context, { dnsDomain: snapshot?.dnsDomain ?? null }))]
  const parts = { dns }
  const answered = dns.find(({ outcome }) => outcome !== 'could-not-ask')
  if (dns.length === 0)
    return {
      finding: finding('dns', 'warning', 'The computer is in no domain, so it cannot find a KMS host in DNS.', {
        remedy: 'Give it a fixed KMS host, a lookup domain or a DNS suffix with “Configure KMS clients”.',
      }),
      parts,
    }
  if (answered === undefined) {
    const [failed] = dns
    const error = failed?.outcome === 'could-not-ask' ? toExactError(failed.error) : null
    return {
      finding: finding(
        'dns',
        'warning',
        `DNS could not be asked, so it is not known whether there are KMS hosts. ${error?.message ?? ''}`.trim(),
        {
          ...(error?.remedy === undefined ? {} : { remedy: error.remedy }),
          ...(error?.hresult === undefined ? {} : { hresult: error.hresult }),
        },
      ),
      parts,
    }
  }
  if (answered.outcome !== 'found')
    return {
      finding: finding(
        'dns',
        'warning',
        `DNS has no record ${answered.name}: this computer finds no KMS host by itself.`,
        {
          remedy: 'Publish a KMS host on the page “KMS in DNS”, or give this computer a fixed one.',
        },
      ),
      parts,
    }
  const hosts = answered.records.map(({ target, port }) => `${target}:${port}`).join(', ')
  return { finding: finding('dns', 'ok', `DNS names ${answered.records.length} KMS hosts: ${hosts}.`), parts }
}

interface Endpoint {
  readonly host: string
  readonly port: number
}

/** The KMS hosts that the computer would ask: the fixed one, else those in DNS; a KMS host is asked itself. */
const endpointsOf = ({ snapshot }: Learned, { dns }: ReportParts): readonly Endpoint[] => {
  const itself =
    snapshot?.products.some(({ isKmsHost }) => isKmsHost) === true
      ? [{ host: snapshot.fullName, port: snapshot.kmsListeningPort }]
      : []
  const fixed =
    snapshot?.kmsClient.host === null || snapshot?.kmsClient.host === undefined
      ? []
      : [{ host: snapshot.kmsClient.host, port: snapshot.kmsClient.port ?? defaultKmsPort }]
  const inDns = dns.flatMap((lookup) =>
    lookup.outcome === 'found'
      ? lookup.records.map(({ target, port }) => ({ host: target.replace(/\.$/, ''), port }))
      : [],
  )
  const all = [...itself, ...(fixed.length > 0 ? fixed : inDns)].filter(({ port }) => port > 0 && port < 65_536)
  return [...new Map(all.map((one) => [`${one.host.toLowerCase()} ${one.port}`, one])).values()]
}

const mostProbes = 8

const probeFinding = ({ host, port, outcome, detail }: KmsEndpointProbe): Finding => {
  const more = detail === null ? {} : { detail }
  const where = `${host}, port ${port}`
  switch (outcome) {
    case 'kms':
      return finding('kms-port', 'ok', `The KMS service answers on ${where}.`, more)
    case 'not-kms':
    case 'other-service':
      return finding('kms-port', 'problem', `Something answers on ${where}, but it is no KMS service.`, {
        ...more,
        remedy: 'Find out which program uses that port, and correct the port or the record in DNS.',
      })
    case 'refused':
      return finding('kms-port', 'problem', `${host} is there, but nothing answers on port ${port}.`, {
        ...more,
        remedy: 'Check on that KMS host that it is activated, its service runs and its port is this one.',
      })
    case 'no-answer':
      return finding('kms-port', 'problem', `Nothing comes back from ${where}.`, {
        ...more,
        remedy: 'Let KMS traffic through the firewall of the KMS host and those on the way.',
      })
    case 'name-not-found':
      return finding('kms-port', 'problem', `The name ${host} was not found.`, {
        ...more,
        remedy: 'Correct the name that is set, or remove the dead record from DNS.',
      })
    case 'failed':
      return finding('kms-port', 'info', `${where} could not be tried.`, more)
  }
}

/** Whether the KMS hosts answer, from the app's own computer; no activation is asked for. */
export const kmsPortStep: StepWork = async (context, learned, known) => {
  const kmsProbes: KmsEndpointProbe[] = []
  for (const { host, port } of endpointsOf(learned, known).slice(0, mostProbes))
    kmsProbes.push(await context.site.probeKms(host, port, context.signal))
  const parts = { kmsProbes }
  const [first, ...more] = kmsProbes.map(probeFinding)
  return first === undefined
    ? { finding: finding('kms-port', 'skipped', 'No KMS host is known, so none was tried.'), parts }
    : { finding: first, more, parts }
}
