import { expect, test } from 'vitest'
import type { SystemKeyAnswer } from '../../../src-main/contract/models/product-key-check.ts'
import { isLabKey } from '../../../src-main/lab/fictional-keys.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import type { Endpoint } from '../../../src-main/wmi/wmi-session.ts'
import { unusedSite } from '../../support/unused-site.ts'
import { act, onLab } from './act-fixture.ts'

const hostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'
const realLooking = 'BBBBB-CCCCC-DDDDD-FFFFF-GGGGG'
const isHostKey: SystemKeyAnswer = { outcome: 'told', channel: 'Volume:CSVLK', kind: 'kms-host', edition: null }
const isMak: SystemKeyAnswer = { outcome: 'told', channel: 'Volume:MAK', kind: 'mak', edition: null }
const isRetail: SystemKeyAnswer = { outcome: 'told', channel: 'Retail', kind: 'retail', edition: null }

/** A network on which nothing answers, which remembers whether anything was asked of it. */
const silentNetwork = () => {
  const endpoints: Endpoint[] = []
  const connect = (endpoint: Endpoint) => {
    endpoints.push(endpoint)
    return Promise.reject(new WmiError('connect', 0x800706ba, 'It does not answer.'))
  }
  return { endpoints, parts: { platform: 'win32', site: { ...unusedSite, connect }, elevated: true } as const }
}

test('in the Lab the warning comes before the first call, on the error output, and the run goes on', async () => {
  const ran = await onLab('contoso-2009', 'KMS01', '/ipk', hostKey)
  expect(ran.code).toBe(0)
  expect(ran.questions).toEqual([])
  expect(ran.err[0]).toBe(
    'Warning: The key ending in H8CTB is a KMS host key. Installing it makes KMS01 a KMS host, which offers activation to the whole network.',
  )
  expect(ran.err.at(-1)).toMatch(/^The way back: /)
  expect(ran.text.at(-1)).toContain('the computer is a KMS host now')
})

test('of a MAK it says what /ato spends; of a retail key and of a published one it says nothing', async () => {
  const mak = await onLab('contoso-2009', 'PC001', '/ipk', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT')
  expect(mak.code).toBe(0)
  expect(mak.err).toEqual([expect.stringMatching(/^Note: .*M8KCT.*\/ato spends one of its activations/)])
  expect((await onLab('contoso-2009', 'RETAIL01', '/ipk', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-R8CT7')).err).toEqual([])
  expect((await onLab('contoso-2009', 'MAK01', '/ipk', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH')).err).toEqual([])
})

test.each([isHostKey, { outcome: 'not-recognised' }, { outcome: 'not-available', reason: 'It hangs.' }] as const)(
  'at a terminal a person is asked, and No is the default (Windows says $outcome)',
  async (keyAnswer) => {
    for (const typed of ['', 'no', 'maybe']) {
      const { endpoints, parts } = silentNetwork()
      const ran = await act(['--target', 'srv01', '/ipk', realLooking], { ...parts, keyAnswer, typed })
      expect(ran.code).toBe(2)
      expect(ran.questions).toEqual([expect.stringMatching(/Install the key on srv01 all the same\? .*\[no\]/)])
      expect(ran.err.join('\n')).toMatch(/^Warning: [^]*GGGGG[^]*KMS host key[^]*Failed: Nothing was installed/)
      expect(ran.err.join('\n')).not.toContain('BBBBB')
      expect(endpoints).toEqual([])
    }
    const { endpoints, parts } = silentNetwork()
    await act(['--target', 'srv01', '/ipk', realLooking], { ...parts, keyAnswer, typed: 'yes' })
    expect(endpoints[0]).toEqual({ host: 'srv01' })
  },
)

test('without a terminal it is refused unless --accept-kms-host is given; the warning is printed either way', async () => {
  const refused = silentNetwork()
  const keyAnswer = isHostKey
  const ran = await act(['/ipk', '-'], { ...refused.parts, keyAnswer, input: `${realLooking}\n` })
  expect(ran.code).toBe(2)
  expect(ran.err.join('\n')).toContain('What to do: Run it at a terminal, or add --accept-kms-host')
  expect(refused.endpoints).toEqual([])
  const accepted = silentNetwork()
  const argv = ['--accept-kms-host', '/ipk', '-']
  const again = await act(argv, { ...accepted.parts, keyAnswer, input: `${realLooking}\n` })
  expect(again.questions).toEqual([])
  expect(again.err[0]).toContain('makes DESK a KMS host')
  expect(accepted.endpoints[0]).toEqual({ host: null })
})

test.each([isMak, isRetail])(
  'a key that Windows knows as $channel is installed without a question',
  async (keyAnswer) => {
    const { endpoints, parts } = silentNetwork()
    const ran = await act(['/ipk', realLooking], { ...parts, keyAnswer, input: '' })
    expect(isLabKey(realLooking)).toBe(false)
    expect(ran.questions).toEqual([])
    expect(ran.err.join('\n')).not.toContain('Warning')
    expect(endpoints).not.toEqual([])
  },
)
