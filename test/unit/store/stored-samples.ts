import type { NewJournalEntry, StoredPlan } from '../../../src-main/store/stored-plan.ts'

/** A committed plan with two pending steps. */
export const samplePlan = (planId = 'plan-1'): StoredPlan => ({
  planId,
  wizard: 'set-up-kms-host',
  title: 'Make SRV01 a KMS host',
  targetName: 'SRV01',
  createdAt: '2026-11-22T10:00:00.000Z',
  digest: 'a'.repeat(64),
  frozen: { steps: [] },
  findings: [],
  state: 'running',
  progress: 0,
  error: null,
  steps: [0, 1].map((step) => ({
    step,
    state: 'pending' as const,
    evidence: null,
    result: null,
    outcome: null,
    error: null,
    startedAt: null,
    endedAt: null,
  })),
})

/** A journal line of a plan. */
export const sampleEntry = (changes: Partial<NewJournalEntry> = {}): NewJournalEntry => ({
  at: '2026-11-22T10:00:01.000Z',
  planId: 'plan-1',
  planTitle: 'Make SRV01 a KMS host',
  step: null,
  kind: 'plan',
  title: 'Make SRV01 a KMS host',
  target: 'SRV01',
  equivalent: null,
  event: 'committed',
  outcome: null,
  error: null,
  who: 'EXAMPLE\\tech',
  ...changes,
})
