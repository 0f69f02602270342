import { describe, expect, it } from 'vitest'
import { checkHostName, type SystemLookup } from '../../../src-main/network/name-check.ts'

const failing =
  (code: string): SystemLookup =>
  () =>
    Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }))
const never: SystemLookup = () => new Promise(() => undefined)

describe('looking a computer name up', () => {
  it('finds this computer by its own name for itself', async () => {
    const check = await checkHostName('localhost')
    expect(check.outcome === 'found' && check.addresses.some((address) => ['127.0.0.1', '::1'].includes(address))).toBe(
      true,
    )
  })
  it('asks nobody about an address', async () => {
    expect(await checkHostName('192.0.2.1', undefined, never)).toEqual({ outcome: 'found', addresses: ['192.0.2.1'] })
    expect(await checkHostName('::1', undefined, never)).toEqual({ outcome: 'found', addresses: ['::1'] })
  })
  it('lists each address once', async () => {
    const look: SystemLookup = () => Promise.resolve([{ address: '192.0.2.1' }, { address: '192.0.2.1' }])
    expect(await checkHostName('pc', undefined, look)).toEqual({ outcome: 'found', addresses: ['192.0.2.1'] })
  })
  it.each(['ENOTFOUND', 'ENODATA'])('says not found for %s', async (code) => {
    expect(await checkHostName('pc', undefined, failing(code))).toEqual({ outcome: 'not-found' })
  })
  it('says not found where there is no address', async () => {
    expect(await checkHostName('pc', undefined, () => Promise.resolve([]))).toEqual({ outcome: 'not-found' })
  })
  it('keeps "could not ask" apart from "not found"', async () => {
    expect(await checkHostName('pc', undefined, failing('EAI_AGAIN'))).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'host-unreachable', target: 'pc' },
    })
    expect(await checkHostName('pc', undefined, never, 20)).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'timeout' },
    })
  })
  it('ends when it is cancelled, also where the look-up fails afterwards', async () => {
    expect(await checkHostName('pc', AbortSignal.abort(), failing('ENOTFOUND'))).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'cancelled' },
    })
    const controller = new AbortController()
    const look: SystemLookup = () => {
      controller.abort()
      return never('pc')
    }
    expect(await checkHostName('pc', controller.signal, look)).toMatchObject({ error: { code: 'cancelled' } })
  })
})
