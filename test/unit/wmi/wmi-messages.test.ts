import { describe, expect, it } from 'vitest'
import { hresults, wmiErrorToValue } from '../../../src-main/wmi/wmi-error.ts'
import { wmiFailure } from '../../../src-main/wmi/wmi-messages.ts'

const ownCodes = new Set<number>([hresults.timeout, hresults.cancelled])
const known = Object.entries(hresults).filter(([, hresult]) => !ownCodes.has(hresult))

describe('sentences for failures of WMI', () => {
  it.each(known)('%s has a plain sentence and no figures', (_, hresult) => {
    const { message } = wmiFailure('query', hresult, { computer: 'KMS01', subject: 'SoftwareLicensingService' })
    expect(message).toMatch(/^[A-Z].*\.$/)
    expect(message).not.toMatch(/0x|undefined|!/)
  })

  it('quotes an unknown code in figures', () => {
    expect(wmiFailure('call', -2147217300, { computer: 'KMS01' })).toMatchObject({
      hresult: 0x8004106c,
      code: 'wmi-failed',
      message: 'WMI on KMS01 failed with 0x8004106C.',
    })
  })

  it('begins with a capital where there is no name to begin with', () => {
    expect(wmiFailure('connect', hresults.logonFailure, { computer: 'this computer' }).message).toMatch(
      /^This computer/,
    )
  })

  it('carries a remedy as a value', () => {
    const denied = wmiErrorToValue(wmiFailure('connect', hresults.accessDenied, { computer: 'KMS01' }), 'KMS01')
    expect(denied).toMatchObject({ code: 'access-denied', target: 'KMS01', hresult: 0x80070005, retryable: false })
    expect(denied.remedy).toContain('administrator')
    expect(denied.remedy).toContain('set the DWORD value LocalAccountTokenFilterPolicy to 1')
    const asleep = wmiErrorToValue(wmiFailure('connect', hresults.rpcUnavailable, { computer: 'PC04' }), 'PC04')
    expect(asleep).toMatchObject({ code: 'rpc-unavailable', retryable: true })
  })
})
