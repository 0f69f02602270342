import { beforeEach, describe, expect, it } from 'vitest'
import { CallGate } from '../../../src-main/wmi/com/call-gate.ts'
import { defaultComDeadlines } from '../../../src-main/wmi/com/com-deadlines.ts'
import { ComSession } from '../../../src-main/wmi/com/com-session.ts'
import { connectServices } from '../../../src-main/wmi/com/connect.ts'
import { createFakeCom, type FakeCom } from './fake-com.ts'

const credential = { user: 'CORP\\anna', password: 'Correct-Horse-9' }
const packetPrivacy = 6
const impersonate = 3
let com: FakeCom

const open = async (withAccount: boolean): Promise<ComSession> => {
  const endpoint = withAccount ? { host: 'kms01', credential } : { host: 'kms01' }
  const services = await connectServices(com.library, endpoint, String.raw`root\cimv2`, 'kms01')
  return new ComSession(services, new CallGate(4), defaultComDeadlines)
}
const at = (line: string): number => com.log.findIndex((entry) => entry.startsWith(line))

beforeEach(() => {
  com = createFakeCom()
})

describe('a connection over COM', () => {
  it('asks Windows for its shorter wait, and gives account and password as BSTRs', async () => {
    await (await open(true)).close()
    const useMaxWait = 0x80
    expect(com.log.find((line) => line.startsWith('ConnectServer'))).toBe(
      String.raw`ConnectServer \\kms01\root\cimv2 as CORP\anna / Correct-Horse-9 flags ${useMaxWait}`,
    )
  })

  it.each([
    ['the current user', false],
    ['a given account', true],
  ])('protects every proxy of %s with packet privacy and impersonation before it is used', async (_, withAccount) => {
    const session = await open(withAccount)
    await session.query('SELECT Version FROM SoftwareLicensingService')
    expect(com.blankets.map(({ proxy }) => proxy)).toEqual([
      'services',
      'IUnknown of services',
      'enumerator',
      'IUnknown of enumerator',
    ])
    for (const { authentication, impersonation } of com.blankets)
      expect([authentication, impersonation]).toEqual([packetPrivacy, impersonate])
    const identities = new Set(com.blankets.map(({ identity }) => identity))
    expect(identities.size).toBe(1)
    expect(identities.has(0n)).toBe(!withAccount)
    expect(at('protect services')).toBeLessThan(at('ExecQuery'))
    expect(at('protect enumerator')).toBeLessThan(at('Next'))
    await session.close()
  })

  it('enumerates semisynchronously, with a bounded Next that is asked again', async () => {
    const timedOut = 0x40004
    com.nextResults = [timedOut, timedOut, 1]
    const session = await open(false)
    expect(await session.query('SELECT Name FROM Win32_Service')).toEqual([])
    const returnImmediately = 0x10
    const forwardOnly = 0x20
    expect(com.log).toContain(`ExecQuery WQL "SELECT Name FROM Win32_Service" flags ${returnImmediately | forwardOnly}`)
    const waits = com.log.flatMap((line) => /^Next timeout (-?\d+)/.exec(line)?.slice(1).map(Number) ?? [])
    expect(waits).toHaveLength(3)
    for (const wait of waits) expect(wait).toBeGreaterThan(0)
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(1000)
    await session.close()
  })

  it('keeps the identity until the last Release, and leaves nothing of the password behind', async () => {
    const session = await open(true)
    await session.query('SELECT Version FROM SoftwareLicensingService')
    const [identity = 0n] = com.blankets.map((blanket) => blanket.identity)
    expect(com.freed.has(identity)).toBe(false)
    await session.close()
    expect(at(`free ${identity}`)).toBeGreaterThan(at('release services'))
    expect(at('release enumerator')).toBeGreaterThan(0)
    const left = Buffer.concat([...com.freed.values()])
    expect(left.includes(Buffer.from(credential.password, 'utf16le'))).toBe(false)
    const { interfacePointers, bstrs, identities, callsOnWorkers } = com.library.ledger
    expect({ interfacePointers, bstrs, identities, callsOnWorkers }).toEqual({
      interfacePointers: 0,
      bstrs: 0,
      identities: 0,
      callsOnWorkers: 0,
    })
  })

  it('sends nothing where Windows refuses the protection', async () => {
    com.blanketResult = 0x80070005
    await expect(open(true)).rejects.toMatchObject({ hresult: 0x80070005, code: 'access-denied' })
    expect(at('ExecQuery')).toBe(-1)
    expect(com.library.ledger).toMatchObject({ interfacePointers: 0, bstrs: 0, identities: 0 })
  })
})
