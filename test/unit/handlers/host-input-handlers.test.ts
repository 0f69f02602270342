import { describe, expect, it } from 'vitest'
import type { CallContext } from '../../../src-main/contract/handlers.ts'
import { contract } from '../../../src-main/contract/table.ts'
import { hostInputHandlers } from '../../../src-main/handlers/host-input-handlers.ts'
import { writeRegistryFile } from '../../../src-main/licensing/registry-file.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'

const vault = createSecretVault(Buffer.alloc(32))
const handlers = hostInputHandlers(vault)
const context: CallContext = { signal: new AbortController().signal, requestId: 'request-1' }
const levels = (findings: readonly { level: string }[]) => findings.map(({ level }) => level)

describe('a typed confirmation ID', () => {
  const check = (typed: string) =>
    handlers['confirmationId.check']({ ref: vault.put('confirmation-id', typed).ref }, context)

  it('comes back as blocks without a digit of it', async () => {
    const digits = '123456'.repeat(8)
    const answer = contract['confirmationId.check'].output.parse(await check(digits))
    expect(answer).toMatchObject({ complete: true })
    expect(answer.blocks.map(({ letter, length }) => `${letter}${length}`)).toEqual([...'ABCDEFGH'].map((l) => `${l}6`))
    expect(levels(answer.findings)).toEqual(['warning'])
    expect(JSON.stringify(answer)).not.toContain('123456')
  })

  it.each(['', '123456', '123456'.repeat(9)])('of the wrong length is not complete: "%s"', async (typed) => {
    const answer = await check(typed)
    expect(answer.complete).toBe(false)
    expect(answer.findings[0]).toMatchObject({ level: 'problem', field: 'confirmationId' })
  })
})

describe('a publish list', () => {
  const check = (list: Parameters<(typeof handlers)['publishList.check']>[0]['list']) =>
    handlers['publishList.check']({ list, ownDomain: 'contoso.com' }, context)

  it('begins with the own domain, and says that its staying published is not certain', async () => {
    const answer = await check({ form: 'initial' })
    expect(answer.rows).toEqual([{ domain: 'contoso.com', priority: 0, weight: 0 }])
    expect(answer.findings).toMatchObject([{ check: 'publish-own-domain', level: 'info' }])
    expect(answer.cautions.length).toBeGreaterThan(2)
  })

  it('is read from pasted lines, and written in Windows’ form', async () => {
    const answer = await check({ form: 'text', text: 'contoso.com, 10, 50\r\ncorp.contoso.com\n' })
    expect(answer.lines).toEqual(['contoso.com, 10, 50', 'corp.contoso.com, 0, 0'])
  })

  it('loses nothing of what was typed where it is refused', async () => {
    const rows = [
      { domain: 'contoso', priority: '0', weight: '0' },
      { domain: 'contoso.com', priority: 'abc', weight: '65536' },
    ]
    const answer = await check({ form: 'rows', rows })
    expect(answer).toMatchObject({ rows: null, lines: [], drafts: rows })
    expect(answer.findings.filter(({ level }) => level === 'problem').map(({ field }) => field)).toEqual([
      'publishList[0].domain',
      'publishList[1].priority',
      'publishList[1].weight',
    ])
  })
})

describe('typed host settings', () => {
  it('come back as numbers and in words', async () => {
    const typed = { port: '1700', activationInterval: '2 hours', renewalInterval: '7 days' }
    expect(await handlers['hostSettings.check'](typed, context)).toEqual({
      port: 1700,
      activationInterval: 120,
      renewalInterval: 10_080,
      activationIntervalInWords: '2 hours',
      renewalIntervalInWords: '7 days',
      findings: [],
    })
  })

  it.each(['0', '70000', 'abc', ''])('refuse the port "%s" by field', async (port) => {
    const typed = { port, activationInterval: null, renewalInterval: null }
    const answer = await handlers['hostSettings.check'](typed, context)
    expect(answer).toMatchObject({ port: null, findings: [{ level: 'problem', field: 'port' }] })
  })
})

describe('a .reg file', () => {
  const parse = (bytes: Uint8Array) =>
    handlers['registryFile.parse']({ bytes: Buffer.from(bytes).toString('base64') }, context)

  it('of the app itself is taken, each value in words', async () => {
    const values = [{ name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '1700' }] as const
    expect(await parse(writeRegistryFile(values))).toEqual({
      values,
      sentences: ['The host listens on TCP port 1700.'],
      findings: [],
    })
  })

  it('in another encoding is refused', async () => {
    const answer = await parse(Buffer.from('Windows Registry Editor Version 5.00\r\n'))
    expect(answer).toMatchObject({ values: null, findings: [{ level: 'problem', field: 'registryFile' }] })
  })
})

describe('host key generations', () => {
  const ask = (generation: string | null) =>
    handlers['hostKeys.compatibility'](
      { osVersion: '6.1.7601', osBuild: 7601, isServer: true, caption: null, generation },
      context,
    )

  it('are listed for the computer with what each activates', async () => {
    const answer = contract['hostKeys.compatibility'].output.parse(await ask(null))
    expect(answer.windows).toBe('Windows Server 2008 R2')
    expect(answer.choices.find(({ generation }) => generation === 'server-2008-r2')?.installable).toBe('yes')
    expect(answer.choices.find(({ generation }) => generation === 'server-2022')?.installable).toBe('no')
    expect(levels(answer.findings)).toEqual(['ok'])
  })

  it.each(['server-2022', 'windows-95'])('that cannot be, %s, are a problem', async (generation) => {
    expect(levels((await ask(generation)).findings)).toContain('problem')
  })
})
