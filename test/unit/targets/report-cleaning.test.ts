import { describe, expect, it } from 'vitest'
import { selfTestFormat, type SelfTestReport } from '../../../src-main/contract/models/self-test-report.ts'
import { cleanReport, isSecretProperty } from '../../../src-main/targets/self-test/report-cleaning.ts'
import { emptyParts } from '../../../src-main/targets/self-test/self-test-state.ts'

const reportWith = (message: string): SelfTestReport => ({
  ...selfTestFormat,
  appVersion: '1.0.0',
  madeAt: '2026-11-22T14:00:00.000Z',
  place: 'network',
  host: 'srv01',
  elevated: null,
  complete: true,
  ...emptyParts,
  steps: [{ step: 'wmi', finding: { check: 'wmi', level: 'problem', message }, more: [], milliseconds: 1 }],
  events: [{ log: 'Application', id: 8198, time: '2026-11-22T14:00:00.000Z', data: [message] }],
})
const cleaned = (message: string, user: string | null = null) => {
  const { steps, events } = cleanReport(reportWith(message), user)
  return [steps[0]?.finding.message, events[0]?.data[0]]
}

describe('cleaning a report', () => {
  it.each([
    ['F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB was refused', 'XXXXX-XXXXX-XXXXX-XXXXX-H8RTB was refused'],
    [
      'YC6KT-GKW9T-YTKYR-T4X34-R7VHC is a published setup key',
      'YC6KT-GKW9T-YTKYR-T4X34-R7VHC is a published setup key',
    ],
  ])('%s', (before, after) => {
    expect(cleaned(before)).toEqual([after, after])
  })
  it.each(['CORP\\kay.field', 'kay.field@corp.example', 'KAY.FIELD'])(
    '%s, the account that was used, goes',
    (spelling) => {
      const text = `Access for ${spelling} was denied on srv01.`
      expect(cleaned(text, 'corp\\kay.field')[0]).not.toMatch(/kay/i)
      expect(cleaned(text, 'corp\\kay.field')[0]).toContain('srv01')
    },
  )
  it('leaves words that merely contain the account', () => {
    expect(cleaned('administrators may', 'srv01\\admin')[0]).toBe('administrators may')
  })
  it.each(['OA3xOriginalProductKey', 'oa3xoriginalproductkeydescription', 'OfflineInstallationId', 'ProductKeyID2'])(
    '%s is not asked for',
    (name) => {
      expect(isSecretProperty(name)).toBe(true)
    },
  )
  it.each(['PartialProductKey', 'ProductKeyID', 'ProductKeyChannel', 'ClientMachineID'])('%s is', (name) => {
    expect(isSecretProperty(name)).toBe(false)
  })
})
