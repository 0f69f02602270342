import { describe, expect, it } from 'vitest'
import type { ProductKeyCheck } from '../../../../../src-main/contract/models/product-key-check.ts'
import { keyComplaint } from '../../../../../src-renderer/wizards/set-up-kms-host/complaints.ts'
import { emptyDraft } from '../../../../../src-renderer/wizards/set-up-kms-host/draft.ts'

describe('keyComplaint', () => {
  const draft = emptyDraft('network')
  const check = (findings: ProductKeyCheck['findings']): ProductKeyCheck => ({
    masked: null,
    lastFive: null,
    kind: 'unknown',
    generation: 'unknown',
    setupKeyFor: null,
    findings,
  })
  const warning = check([{ check: 'key-checksum', level: 'warning', message: 'Mistyped.' }])

  it('stops at a problem whatever was overruled', () => {
    const problem = check([{ check: 'key-setup', level: 'problem', message: 'A client setup key.' }])
    expect(keyComplaint({ ...draft, overruled: ['key-setup'] }, problem)?.field).toBe('hostKey')
  })

  it('asks for the tick under a warning, and is content with it', () => {
    expect(keyComplaint(draft, warning)?.field).toBe('overrule')
    expect(keyComplaint({ ...draft, overruled: ['key-checksum'] }, warning)).toBeNull()
  })

  it('does not let the tick of one warning stand for another', () => {
    expect(keyComplaint({ ...draft, overruled: ['key-generation'] }, warning)?.field).toBe('overrule')
  })
})
