import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../../../src-main/contract/app-error.ts'
import { emptyDraft } from '../../../../../src-renderer/wizards/set-up-kms-host/draft.ts'
import type { WizardEvent, WizardState } from '../../../../../src-renderer/wizards/set-up-kms-host/machine.ts'
import { transition } from '../../../../../src-renderer/wizards/set-up-kms-host/transition.ts'
import {
  compatibility,
  deniedLinks,
  goodLinks,
  plan,
  snapshot,
  usualSettings,
} from '../../../../ui-preview/fixtures.ts'

const error: AppError = { code: 'timeout', message: 'Too late.', retryable: true }
const target = { place: 'network', host: 'kms01' } as const
const start: WizardState = {
  step: 'target',
  draft: emptyDraft('network'),
  test: { phase: 'idle' },
  key: { phase: 'unchecked' },
  pairing: { phase: 'unknown' },
  options: { current: false, answer: null, error: null },
  found: null,
  complaint: null,
}
const play = (events: readonly WizardEvent[], from: WizardState = start): WizardState => events.reduce(transition, from)

const tested: readonly WizardEvent[] = [
  { type: 'target-edited', patch: { host: 'kms01' } },
  { type: 'test-started', run: 1, startedAt: 0 },
  { type: 'test-answered', run: 1, target, result: { reachable: true, findings: goodLinks, snapshot } },
]
const check = {
  masked: 'XXXXX-XXXXX-XXXXX-XXXXX-ABCDE',
  lastFive: 'ABCDE',
  kind: 'unknown',
  generation: 'windows-7',
  setupKeyFor: null,
  findings: [],
} as const
const reviewed: readonly WizardEvent[] = [
  ...tested,
  { type: 'target-accepted' },
  { type: 'key-edited', key: 'KEY' },
  { type: 'key-check-started', run: 1 },
  { type: 'key-checked', run: 1, ref: 'secret:1', check: { ...check, findings: [] } },
  { type: 'key-accepted' },
  { type: 'options-edited', patch: { openFirewall: false } },
  { type: 'proposing' },
  { type: 'proposed', plan },
]

describe('the step Computer', () => {
  it('goes on only after a test in which nothing is a problem', () => {
    expect(play([{ type: 'target-accepted' }]).step).toBe('target')
    const denied: WizardEvent = {
      type: 'test-answered',
      run: 1,
      target,
      result: { reachable: true, findings: deniedLinks, snapshot: null },
    }
    expect(play([...tested.slice(0, 2), denied, { type: 'target-accepted' }]).step).toBe('target')
    expect(play([...tested, { type: 'target-accepted' }]).step).toBe('host-key')
  })

  it('drops the test when the target is edited, because it was about another computer', () => {
    expect(play([...tested, { type: 'target-edited', patch: { host: 'kms02' } }])).toMatchObject({
      test: { phase: 'idle' },
      draft: { target: { host: 'kms02' } },
    })
  })

  it('ignores the answer of a test that was cancelled or overtaken', () => {
    expect(play([...tested.slice(0, 2), { type: 'test-cancelled' }, tested[2] as WizardEvent])).toMatchObject({
      test: { phase: 'cancelled' },
    })
    const overtaken = play([
      tested[1] as WizardEvent,
      { type: 'test-started', run: 2, startedAt: 0 },
      tested[2] as WizardEvent,
    ])
    expect(overtaken).toMatchObject({ test: { phase: 'running', run: 2 } })
  })
})

describe('the step Host key', () => {
  it('forgets the check and what was overruled when the key changes', () => {
    const state = play([
      ...reviewed.slice(0, 7),
      { type: 'overruled', check: 'key-checksum', on: true },
      { type: 'key-edited', key: 'KEY2' },
    ])
    expect(state).toMatchObject({ key: { phase: 'unchecked' }, draft: { key: 'KEY2', overruled: [] } })
  })

  it('keeps what was overruled once, and takes it back', () => {
    const on = play([
      ...reviewed.slice(0, 7),
      { type: 'overruled', check: 'key-checksum', on: true },
      { type: 'overruled', check: 'key-checksum', on: true },
    ])
    expect(on).toMatchObject({ draft: { overruled: ['key-checksum'] } })
    expect(transition(on, { type: 'overruled', check: 'key-checksum', on: false })).toMatchObject({
      draft: { overruled: [] },
    })
  })

  it('drops an answer about a generation that is no longer chosen', () => {
    const chosen = play([...reviewed.slice(0, 7), { type: 'generation-chosen', generation: 'server-2012' }])
    const late: WizardEvent = { type: 'pairing-known', generation: null, answer: compatibility }
    expect(transition(chosen, late)).toMatchObject({ pairing: { phase: 'unknown' } })
    const right: WizardEvent = { type: 'pairing-known', generation: 'server-2012', answer: compatibility }
    expect(transition(chosen, right)).toMatchObject({ pairing: { phase: 'known', generation: 'server-2012' } })
  })
})

describe('the step Options', () => {
  const options = play(reviewed.slice(0, -2))
  const typed = 'draft' in options ? options.draft.options : null
  const answer = { settings: usualSettings, list: null }

  it('shows why no plan was made and stays', () => {
    expect(play([{ type: 'proposing' }, { type: 'propose-failed', error }], options)).toMatchObject({
      step: 'options',
      proposing: false,
      error,
    })
  })

  it('takes an answer about what is typed, keeps it shown while typing goes on, and drops a late one', () => {
    if (typed === null) throw new Error('the step has no options')
    const checked = transition(options, { type: 'options-checked', options: typed, answer, current: true })
    expect(checked).toMatchObject({ options: { current: true, answer } })
    const edited = transition(checked, { type: 'options-edited', patch: { port: '70000' } })
    expect(edited).toMatchObject({ options: { current: false, answer }, draft: { options: { port: '70000' } } })
    expect(transition(edited, { type: 'options-checked', options: typed, answer, current: true })).toBe(edited)
  })

  it('offers a host that listens on its own port this port, unless another one was typed', () => {
    const listening = { ...snapshot, kmsListeningPort: 1690 }
    const answered: WizardEvent = {
      type: 'test-answered',
      run: 1,
      target,
      result: { reachable: true, findings: goodLinks, snapshot: listening },
    }
    expect(play([...tested.slice(0, 2), answered])).toMatchObject({ draft: { options: { port: '1690' } } })
    const own = { ...start, draft: { ...start.draft, options: { ...start.draft.options, port: '2000' } } }
    expect(play([...tested.slice(0, 2), answered], own)).toMatchObject({ draft: { options: { port: '2000' } } })
  })
})

describe('Back', () => {
  it('keeps every input on the way to the first step', () => {
    const state = play([...reviewed, { type: 'back' }, { type: 'back' }, { type: 'back' }])
    expect(state).toMatchObject({
      step: 'target',
      draft: { key: 'KEY', options: { openFirewall: false }, target: { host: 'kms01' } },
      test: { phase: 'done' },
      key: { phase: 'checked', ref: 'secret:1' },
    })
  })
})

describe('the warning', () => {
  const open = play([...reviewed, { type: 'warning-opened' }])

  it('asks DNS while it is open, and tells a failure from an answer', () => {
    expect(open).toMatchObject({ step: 'review', warning: { phase: 'open', hosts: { phase: 'asking' } } })
    expect(transition(open, { type: 'hosts-unknown', error })).toMatchObject({
      warning: { hosts: { phase: 'failed' } },
    })
    expect(transition(open, { type: 'hosts-found', lookups: [] })).toMatchObject({
      warning: { hosts: { phase: 'answered', lookups: [] } },
    })
  })

  it('is not opened again by an answer of DNS that comes after Cancel', () => {
    const closed = play([{ type: 'warning-closed' }, { type: 'hosts-found', lookups: [] }], open)
    expect(closed).toMatchObject({ step: 'review', warning: { phase: 'closed' } })
  })

  it('stays open once the commit is on its way, and closes with the reason when it is refused', () => {
    const committing = transition(open, { type: 'committing' })
    expect(transition(committing, { type: 'warning-closed' })).toBe(committing)
    expect(transition(committing, { type: 'commit-failed', error })).toMatchObject({
      step: 'review',
      warning: { phase: 'closed' },
      error,
    })
  })

  it('cannot be passed without having been opened', () => {
    const state = play([...reviewed, { type: 'committing' }])
    expect(state).toMatchObject({ step: 'review', warning: { phase: 'closed' } })
  })
})

describe('late answers', () => {
  it('leave a step alone that they do not belong to', () => {
    const state = play(reviewed)
    expect(transition(state, tested[2] as WizardEvent)).toBe(state)
    expect(transition(state, { type: 'plan-changed', plan })).toBe(state)
    expect(transition(start, { type: 'proposed', plan })).toBe(start)
  })
})
