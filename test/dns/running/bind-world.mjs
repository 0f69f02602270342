import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The TSIG algorithms that the signed zone takes; each has a key of its own, named after it. */
export const algorithms = ['hmac-sha256', 'hmac-sha512', 'hmac-sha384', 'hmac-sha224', 'hmac-sha1', 'hmac-md5']

const soa = (zone) => `$TTL 3600
@ IN SOA ns1.${zone}. hostmaster.${zone}. 1 3600 600 86400 60
@ IN NS ns1.${zone}.
@ IN NS ns2.${zone}.
ns1 IN A 127.0.0.1
ns2 IN A 127.0.0.2
kms01 IN A 127.0.0.1
`

const staticRecords = (count) =>
  Array.from({ length: count }, (_, index) => `_vlmcs._tcp 600 IN SRV 0 0 1688 kms${index + 1}.many.test.\n`).join('')

/**
 * Writes the configuration of a BIND that serves, on the loopback alone: `signed.test` (changes with a TSIG key, of the KMS
 * record only), `closed.test` (no changes), `open.test` (changes by anybody, as in the guide), `many.test` (eighty records,
 * more than a UDP answer holds). On 127.0.0.2, the second server of each zone, nothing listens.
 *
 * @param {string} folder where everything goes
 * @param {number} port for UDP and TCP
 * @returns {Record<string, string>} the secrets (Base64) of the keys, by algorithm
 */
export function writeBindWorld(folder, port) {
  mkdirSync(folder, { recursive: true })
  const secrets = Object.fromEntries(algorithms.map((algorithm) => [algorithm, randomBytes(32).toString('base64')]))
  const keys = algorithms.map(
    (algorithm) => `key "key-${algorithm}" { algorithm ${algorithm}; secret "${secrets[algorithm]}"; };\n`,
  )
  const grants = algorithms.map((algorithm) => `grant key-${algorithm} name _vlmcs._tcp.signed.test. SRV;`)
  const zone = (name, updates) => `zone "${name}" { type primary; file "${name}.zone"; ${updates} };\n`
  writeFileSync(
    join(folder, 'named.conf'),
    `options {
  directory "${folder}"; pid-file "${folder}/named.pid"; session-keyfile "${folder}/session.key";
  listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
  recursion no; dnssec-validation no; notify no; allow-query { any; }; minimal-responses no;
};
controls { };
${keys.join('')}${zone('signed.test', `update-policy { ${grants.join(' ')} };`)}${zone('closed.test', '')}${zone('open.test', 'allow-update { any; };')}${zone('many.test', '')}`,
    { mode: 0o600 },
  )
  for (const name of ['signed.test', 'closed.test', 'open.test']) writeFileSync(join(folder, `${name}.zone`), soa(name))
  writeFileSync(join(folder, 'many.test.zone'), soa('many.test') + staticRecords(80))
  return secrets
}
