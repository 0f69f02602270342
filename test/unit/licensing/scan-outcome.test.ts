import { describe, expect, it } from 'vitest'
import type { AppError, ErrorCode } from '../../../src-main/contract/app-error.ts'
import type { LicensedProduct, LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import type { PortProbe } from '../../../src-main/contract/models/kms-host-report.ts'
import { scanFacts } from '../../../src-main/licensing/scan-facts.ts'
import { failureOutcome, isTransient, type ScanFailure } from '../../../src-main/licensing/scan-failure.ts'
import { licensingOutcome } from '../../../src-main/licensing/scan-outcome.ts'

const error = (code: ErrorCode): AppError => ({ code, message: `It was ${code}.`, hresult: 1, retryable: true })
const probe = (outcome: PortProbe['outcome']): ScanFailure['probe'] => ({ outcome })
const failure = (change: Partial<ScanFailure>) =>
  failureOutcome({ host: 'PC1', probe: null, error: null, isLocalAccount: false, ...change })

describe('why nothing is known of a computer', () => {
  it.each([
    ['name-not-found', { probe: probe('name-not-found') }],
    ['name-not-found', { probe: probe('failed'), error: error('name-not-found') }],
    ['asleep', { probe: probe('no-answer') }],
    ['asleep', { probe: probe('failed'), error: error('rpc-unavailable') }],
    ['refused', { probe: probe('refused') }],
    ['refused', { probe: probe('open'), error: error('rpc-unavailable') }],
    ['access-denied', { probe: probe('open'), error: error('access-denied') }],
    ['uac-filtered', { probe: probe('open'), error: error('access-denied'), isLocalAccount: true }],
    ['wrong-password', { probe: probe('open'), error: error('wrong-password') }],
    ['wrong-password', { error: error('secret-missing') }],
    ['wmi-broken', { probe: probe('open'), error: error('wmi-failed') }],
    ['wmi-broken', { probe: probe('open'), error: error('wmi-invalid-class') }],
    ['unsupported-version', { probe: probe('open'), error: error('unsupported-version') }],
    ['timed-out', { error: error('timeout') }],
    ['engine-lost', { error: error('engine-lost') }],
    ['stopped', { error: error('cancelled') }],
  ] as const)('is %s', (outcome, change) => {
    const said = failure(change)
    expect(said.outcome).toBe(outcome)
    expect(said.outcomeText).toMatch(/^[A-Z].*\.$/)
    expect(said.outcomeNext).toMatch(/^[A-Z].*\.$/)
  })

  it('keeps the code that Windows gave', () => {
    expect(failure({ error: error('wmi-failed') })).toMatchObject({ hresult: 1, outcomeText: 'It was wmi-failed.' })
    expect(failure({ probe: probe('refused') }).hresult).toBeNull()
  })

  it('is worth a second try where the network or the engine was the reason, not the account', () => {
    expect((['asleep', 'refused', 'timed-out', 'engine-lost'] as const).every(isTransient)).toBe(true)
    expect((['access-denied', 'wrong-password', 'uac-filtered', 'licensed'] as const).some(isTransient)).toBe(false)
  })
})

const client: LicensedProduct = {
  activationId: 'a',
  applicationId: '55c92734-d682-4d71-983e-d6ec3f16059f',
  name: 'Windows',
  description: 'Windows Operating System, VOLUME_KMSCLIENT channel',
  channel: 'VOLUME_KMSCLIENT',
  kind: 'kms-client',
  isWindows: true,
  isAddon: false,
  partialProductKey: '3V66T',
  status: 'licensed',
  statusReason: 0,
  graceMinutes: 259_200,
  isKmsHost: false,
  currentCount: null,
  requiredCount: 25,
  activationType: null,
  activatedBy: null,
  applicationRearmsLeft: null,
  productRearmsLeft: null,
}
const snapshot = (...products: Partial<LicensedProduct>[]): LicenseSnapshot => ({
  readAt: '2026-11-22T12:00:00.000Z',
  computerName: 'PC1',
  fullName: 'pc1.corp.example.test',
  dnsDomain: 'corp.example.test',
  osCaption: 'Microsoft Windows 11 Pro',
  osVersion: '10.0.26100',
  osBuild: 26_100,
  isServer: false,
  serviceVersion: '10.0.26100.1',
  clientMachineId: 'c',
  kmsListeningPort: 1688,
  kmsDnsPublishing: true,
  kmsClient: {
    host: null,
    port: null,
    lookupDomain: null,
    discoveredHost: 'kms1.corp.example.test',
    discoveredPort: 1690,
    discoveredAddress: null,
    hostCaching: true,
    activationDisabled: null,
  },
  abilities: { lookupDomain: true, activationType: true, productRearm: true, activationSwitch: false },
  windowsRearmsLeft: 3,
  dnsSuffixes: null,
  products: products.map((product) => ({ ...client, ...product })),
  mayBeIncomplete: false,
})

describe('what the Windows of a computer shows', () => {
  it.each([
    ['licensed', { status: 'licensed' }, 'Activated until 21 May 2027'],
    ['grace', { status: 'oob-grace', graceMinutes: 1440 }, 'ends on 23 November 2026'],
    ['grace', { status: 'oot-grace', graceMinutes: 1440 }, 'ends on 23 November 2026'],
    ['notification', { status: 'notification', statusReason: 0xc004f009 }, 'over'],
    ['unlicensed', { status: 'unlicensed' }, 'Not activated.'],
    ['unlicensed', { status: 'unknown' }, 'does not know'],
  ] as const)('is %s for %o', (outcome, product, words) => {
    const said = licensingOutcome(snapshot(product), 'UTC')
    expect(said.outcome).toBe(outcome)
    expect(said.outcomeText).toContain(words)
    expect(said.outcomeNext === null).toBe(outcome === 'licensed')
  })

  it('is a KMS host before all else, with its count', () => {
    const said = licensingOutcome(snapshot({}, { kind: 'kms-host', isKmsHost: true, currentCount: 12 }))
    expect(said).toMatchObject({ outcome: 'kms-host', outcomeNext: null })
    expect(said.outcomeText).toContain('12 clients of the 25 that are needed')
  })

  it('is no product key where only Office or an add-on has one', () => {
    expect(licensingOutcome(snapshot({ isWindows: false }, { isAddon: true })).outcome).toBe('no-product-key')
  })

  it('is kept with the day on which it ends and the KMS host that was found', () => {
    expect(scanFacts(snapshot({}))).toMatchObject({
      name: 'pc1.corp.example.test',
      licence: { expiresAt: '2027-05-21T12:00:00.000Z', channel: 'VOLUME_KMSCLIENT' },
      kmsHost: 'kms1.corp.example.test:1690',
      isKmsHost: false,
    })
    expect(scanFacts(snapshot({ graceMinutes: 0, kind: 'mak' }))).toMatchObject({
      licence: { expiresAt: null },
      kmsHost: null,
    })
  })
})
