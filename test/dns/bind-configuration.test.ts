import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BindWay } from '../../src-main/contract/models/dns.ts'
import {
  bindConfiguration,
  type BindSubject,
  nsupdateScript,
  secretPlaceholder,
} from '../../src-main/network/bind-configuration.ts'
import { updateSrvRecords } from '../../src-main/network/dns-update.ts'
import { folder, port, published, record, secretOf, signedName, signedUpdate } from './bind-server.ts'

const kms01 = record('kms01.signed.test')
const subject: BindSubject = {
  domain: 'signed.test',
  zone: 'signed.test',
  records: [kms01],
  addresses: ['192.0.2.10', '2001:db8::10'],
  keyName: 'key-hmac-sha256',
  algorithm: 'hmac-sha256',
}
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` }
const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8', env })

const ways = (): readonly BindWay[] => {
  const result = bindConfiguration(subject)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const keyStatement = `key "${subject.keyName}" { algorithm hmac-sha256; secret "${secretOf('hmac-sha256')}"; };\n`

describe('the configuration to paste', () => {
  it.each(['any', 'address-list', 'gss-tsig', 'tsig'] as const)('is what BIND accepts: %s', (id) => {
    const here = join(folder, `paste-${id}`)
    mkdirSync(here)
    const blocks =
      ways()
        .find((way) => way.id === id)
        ?.blocks.filter(({ place }) => place.startsWith('named.conf')) ?? []
    const inOptions = blocks.filter(({ place }) => place.includes('options')).map(({ text }) => text)
    const outside = blocks.filter(({ place }) => !place.includes('options')).map(({ text }) => text)
    const text = `options { directory "${here}"; ${inOptions.join('')} };\n${outside.join('')}`
    writeFileSync(join(here, 'named.conf'), text.replaceAll(secretPlaceholder, secretOf('hmac-sha256')))
    expect(outside.join('')).toContain('zone "signed.test"')
    expect(() => run('named-checkconf', join(here, 'named.conf'))).not.toThrow()
  })

  it('has lines that a zone file may have', () => {
    const block = ways().find(({ id }) => id === 'static')?.blocks[0]?.text ?? ''
    const file = join(folder, 'pasted.zone')
    const head = '$TTL 60\n@ IN SOA ns1 admin 1 2 3 4 5\n@ IN NS ns1\nns1 IN A 127.0.0.1\nkms01 IN A 127.0.0.1\n'
    writeFileSync(file, head + block)
    expect(run('named-checkzone', '-D', 'signed.test', file)).toMatch(
      /_vlmcs\._tcp\.signed\.test\.\s+3600\s+IN SRV\s+0 0 1688 kms01\.signed\.test\./,
    )
  })

  it('has a script that nsupdate carries out', async () => {
    const keyFile = join(folder, 'nsupdate.key')
    const script = join(folder, 'nsupdate.txt')
    writeFileSync(keyFile, keyStatement, { mode: 0o600 })
    writeFileSync(script, nsupdateScript(subject, `127.0.0.1 ${port}`))
    run('nsupdate', '-k', keyFile, script)
    expect(await published(signedName)).toEqual([kms01])
    expect((await updateSrvRecords(await signedUpdate({ kind: 'remove', record: kms01 }))).ok).toBe(true)
  })
})
