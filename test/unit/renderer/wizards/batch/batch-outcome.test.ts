import { describe, expect, it } from 'vitest'
import { batchText } from '../../../../../src-renderer/wizards/batch/run/batch-text.ts'
import { groupsOf } from '../../../../../src-renderer/wizards/batch/run/outcome-groups.ts'
import { rowStateName } from '../../../../../src-renderer/wizards/batch/run/row-text.ts'
import { consentQuestions } from '../../../../../src-renderer/wizards/batch/run/consent-questions.ts'
import { leftCount, remainingTime } from '../../../../../src-renderer/wizards/batch/run/remaining-time.ts'
import { batchOf, batchRowOf } from '../../../../ui-preview/batch.ts'

const named = (position: number, name: string) => {
  const row = batchRowOf(position, name, 'failed')
  const error = { code: 'host-unreachable', message: `${name} does not answer.`, retryable: true } as const
  return { ...row, error, steps: [] }
}

describe('what failed', () => {
  it('is grouped by its cause, whatever the computer is called, the greatest group first', () => {
    const rows = [batchRowOf(0, 'pc0', 'failed'), named(1, 'pc1'), named(2, 'pc2'), null, batchRowOf(4, 'pc4', 'done')]
    expect(
      groupsOf(rows, ({ state }) => state === 'failed').map((group) => group.rows.map(({ name }) => name)),
    ).toEqual([['pc1', 'pc2'], ['pc0']])
  })

  it('is explained where main told no reason', () => {
    const row = { ...batchRowOf(0, 'pc0', 'unknown'), error: null, steps: [] }
    expect(groupsOf([row], () => true)[0]?.error.message).not.toBe('')
  })
})

describe('a computer that is done but for its activation', () => {
  const done = batchRowOf(0, 'pc0', 'done')
  const error = {
    code: 'activation-pending',
    message: 'The key is installed.',
    remedy: 'Windows asks by itself.',
    hresult: 0xc004f074,
    retryable: true,
  } as const
  const row = { ...done, steps: done.steps.map((step) => ({ ...step, state: 'done' as const, error })) }

  it('is named as such in the table, and in the text for a ticket with what to do', () => {
    expect(rowStateName(row)).toBe('Done, not activated yet')
    expect(rowStateName(done)).toBe('Done')
    const text = batchText('Done on one computer', batchOf(1), [row])
    expect(text).toContain('One computer: The key is installed.')
    expect(text).toContain('What to do: Windows asks by itself.')
  })
})

describe('the results as text', () => {
  it('name the cause with its computers for a ticket', () => {
    const text = batchText('Done on 0 of 1', batchOf(1), [batchRowOf(0, 'pc0', 'failed')])
    expect(text).toContain('No KMS host could be contacted.')
    expect(text).toContain('What to do: ')
    expect(text).toContain('pc0')
  })
})

describe('the time left', () => {
  it('is told by the pace since the page was opened, and not before there is one', () => {
    expect(remainingTime({ at: 0, finished: 0 }, { at: 1000, finished: 50 }, 10)).toBeNull()
    expect(remainingTime({ at: 0, finished: 10 }, { at: 10_000, finished: 12 }, 10)).toBeNull()
    expect(remainingTime({ at: 0, finished: 10 }, { at: 10_000, finished: 20 }, 30)).toBe(30_000)
  })

  it('counts the first computers alone until they were looked at', () => {
    const policy = { onFailure: 'continue', canary: 5, concurrency: 1 } as const
    const { counts } = batchOf(20)
    expect(leftCount(batchOf(20, { policy, counts: { ...counts, done: 2, pending: 18 } }))).toBe(3)
    expect(leftCount(batchOf(20, { policy, counts: { ...counts, done: 6, pending: 14 } }))).toBe(14)
  })
})

describe('what is asked before a batch is started', () => {
  it.each([
    ['mak-activations', 'Spend up to 87 activations of the MAK?', 'Spend up to 87'],
    ['rearms', 'Rearm 87 computers?', 'Rearm 87 computers'],
    ['kms-key-warning', 'Make 87 computers KMS hosts?', 'Make 87 computers KMS hosts'],
  ] as const)('counts what it means: %s', (consent, title, confirm) => {
    expect(consentQuestions(batchOf(87, { consents: [consent] }))).toMatchObject([{ title, confirm, cancel: 'Cancel' }])
  })
})
