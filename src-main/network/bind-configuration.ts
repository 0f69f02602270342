import { isIP } from 'node:net'
import { fail, ok, type Result } from '../contract/app-error.ts'
import type { BindWay, SrvRecordValue, TsigAlgorithm } from '../contract/models/dns.ts'
import { kmsOwnerName } from './dns-names.ts'

/** What the texts are made of; all names checked before (dns-names.ts). */
export interface BindSubject {
  readonly domain: string
  /** The zone that the domain lies in; often the same. */
  readonly zone: string
  /** The records of all KMS hosts, one each. */
  readonly records: readonly SrvRecordValue[]
  /** IP addresses of the KMS hosts. */
  readonly addresses: readonly string[]
  readonly keyName: string
  readonly algorithm: TsigAlgorithm
}

/** Stands where the secret belongs: the app never writes one into a text. */
export const secretPlaceholder = 'PUT-THE-SECRET-FROM-TSIG-KEYGEN-HERE'

const namedConf = 'named.conf, in place of the zone statement'

const zoneStatement = (zone: string, inner: string): string =>
  `zone "${zone}" {\n    type primary;\n    file "${zone}.zone";\n    ${inner}\n};\n`

/** The line of a zone file for one KMS record, with full names so that it holds wherever it stands. */
export const zoneFileLine = (domain: string, { ttl, priority, weight, port, target }: SrvRecordValue): string =>
  `${kmsOwnerName(domain)}. ${ttl} IN SRV ${priority} ${weight} ${port} ${target}.`

const zoneFile = ({ domain, records }: BindSubject): string =>
  `${records.map((record) => zoneFileLine(domain, record)).join('\n')}\n`

/** A script for nsupdate that adds the records; `server` is the primary server of the zone, null to let nsupdate find it. */
export const nsupdateScript = ({ domain, zone, records }: BindSubject, server: string | null = null): string =>
  [
    ...(server === null ? [] : [`server ${server}`]),
    `zone ${zone}.`,
    ...records.map(
      ({ ttl, priority, weight, port, target }) =>
        `update add ${kmsOwnerName(domain)}. ${ttl} SRV ${priority} ${weight} ${port} ${target}.`,
    ),
    'send',
    '',
  ].join('\n')

const anybody = ({ zone }: BindSubject): BindWay => ({
  id: 'any',
  title: 'Anybody may change the zone',
  explanation: "The example in Microsoft's guide. KMS hosts publish themselves without any further setting.",
  danger:
    'Every computer that reaches the DNS server can then rewrite the whole zone: point names of your servers elsewhere, publish a false KMS host, or delete records. Use it in a closed test network only.',
  automatic: true,
  blocks: [{ place: namedConf, text: zoneStatement(zone, 'allow-update { any; };') }],
})

const addressList = ({ zone, addresses }: BindSubject): BindWay => ({
  id: 'address-list',
  title: 'Only the addresses of the KMS hosts may change the zone',
  explanation: 'KMS hosts publish themselves. The list must be kept up to date when a KMS host gets another address.',
  danger:
    'The sender of a DNS message can be forged, and these computers may change the whole zone, not only the KMS record.',
  automatic: true,
  blocks: [
    {
      place: namedConf,
      text: zoneStatement(zone, `allow-update { ${addresses.map((address) => `${address};`).join(' ')} };`),
    },
  ],
})

const fixedRecord = (subject: BindSubject): BindWay => ({
  id: 'static',
  title: 'The record is written into the zone file',
  explanation:
    'Nobody gets the right to change the zone. Turn publishing off on each KMS host, or its event log fills with failed tries (event 12293). The best for one or two KMS hosts that stay where they are.',
  danger: 'Nothing removes the record when the KMS host is gone: it must be removed by hand.',
  automatic: false,
  blocks: [
    {
      place: `the zone file of ${subject.zone}; raise the serial number, then: rndc reload ${subject.zone}`,
      text: zoneFile(subject),
    },
    { place: 'each KMS host, as administrator', text: 'slmgr.vbs /cdns\n' },
  ],
})

const kerberos = ({ domain, zone }: BindSubject): BindWay => ({
  id: 'gss-tsig',
  title: 'Changes signed with the computer account (GSS-TSIG)',
  explanation:
    'The only signed form that a KMS host on Windows speaks by itself (RFC 3645). BIND needs a keytab from the Active Directory domain with the service principal DNS/<name of the DNS server>. Replace REALM and KMS01$ by your own.',
  danger: null,
  automatic: true,
  blocks: [
    { place: 'named.conf, in the options statement', text: 'tkey-gssapi-keytab "/etc/bind/dns.keytab";\n' },
    {
      place: namedConf,
      text: zoneStatement(zone, `update-policy { grant "KMS01$@REALM" name ${kmsOwnerName(domain)}. SRV; };`),
    },
  ],
})

const sharedKey = (subject: BindSubject): BindWay => {
  const { domain, zone, keyName, algorithm } = subject
  return {
    id: 'tsig',
    title: 'Changes signed with a key, of the KMS record only',
    explanation:
      'Whoever has the key may change the KMS record and nothing else (RFC 8945). The KMS service cannot sign that way: this app sends the change, or nsupdate with the key file. Turn publishing off on the KMS hosts (slmgr /cdns).',
    danger: null,
    automatic: false,
    blocks: [
      { place: 'a shell on the DNS server, once', text: `tsig-keygen -a ${algorithm} ${keyName} > ${keyName}.key\n` },
      {
        place: 'named.conf (the content of the key file)',
        text: `key "${keyName}" {\n    algorithm ${algorithm};\n    secret "${secretPlaceholder}";\n};\n`,
      },
      {
        place: namedConf,
        text: zoneStatement(zone, `update-policy { grant ${keyName} name ${kmsOwnerName(domain)}. SRV; };`),
      },
      { place: `nsupdate -k ${keyName}.key, the same without this app`, text: nsupdateScript(subject) },
    ],
  }
}

/**
 * The ways to let KMS records into a zone of BIND 9, from weak to strong (kms.md 3), with what to paste. BIND must know SRV
 * records, and dynamic update for all ways but the static one. Error (`invalid-input`, field `addresses`): an entry is no
 * IP address, or there is none.
 */
export const bindConfiguration = (subject: BindSubject): Result<readonly BindWay[]> => {
  const bad = subject.addresses.find((address) => isIP(address) === 0)
  if (bad !== undefined || subject.addresses.length === 0) {
    return fail({
      code: 'invalid-input',
      field: 'addresses',
      message: bad === undefined ? 'The address of the KMS host is missing.' : `"${bad}" is no IP address.`,
      remedy: 'Enter the IP address of each KMS host, for example 192.0.2.10.',
      retryable: false,
    })
  }
  return ok([anybody, addressList, fixedRecord, kerberos, sharedKey].map((way) => way(subject)))
}
