import { ok, type Result } from '../../src-main/contract/app-error.ts'
import type { CallName } from '../../src-main/contract/channels.ts'
import {
  BatchPolicy,
  type BatchComputerState,
  type BatchEvent,
  type BatchRow,
  type BatchView,
} from '../../src-main/contract/models/batch.ts'
import { targetLabel } from '../../src-main/contract/models/target.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/table.ts'

const digest = 'b'.repeat(64)

const noHost = {
  code: 'licensing-refused',
  message: 'No KMS host could be contacted.',
  remedy: 'Look whether DNS shows a KMS host, and whether TCP port 1688 answers.',
  hresult: 0xc004f074,
  retryable: true,
} as const
const notClient = {
  code: 'invalid-input',
  message: 'The computer is no KMS client: it has a MAK.',
  remedy: 'Convert it first.',
  retryable: false,
} as const

/** Its place decides what becomes of a computer: every seventh fails, every eleventh is skipped. */
const endOf = (position: number): BatchComputerState => {
  if (position % 7 === 3) return 'failed'
  return position % 11 === 5 ? 'skipped' : 'done'
}

/** A row of a batch as main tells it. */
export const batchRowOf = (position: number, name: string, state: BatchComputerState): BatchRow => {
  const begun = state !== 'pending' && state !== 'skipped'
  return {
    position,
    target: { place: 'lab', scenario: 'fabrikam-2025', host: name },
    name,
    state,
    steps: begun
      ? [
          {
            kind: 'kms-client.activate',
            title: 'Activate the computer',
            state: state === 'failed' ? 'failed' : state === 'running' ? 'running' : 'done',
            outcome: state === 'done' ? 'Activated by kms01.woodgrove.example until 2027-05-21.' : null,
            error: state === 'failed' ? noHost : null,
          },
        ]
      : [],
    error: state === 'failed' ? noHost : state === 'skipped' ? notClient : null,
    startedAt: begun ? '2026-11-22T14:00:00.000Z' : null,
    endedAt: begun && state !== 'running' ? '2026-11-22T14:00:04.000Z' : null,
    planId: null,
  }
}

/** A proposed batch of `total` computers. */
export const batchOf = (total: number, patch: Partial<BatchView> = {}): BatchView => ({
  batchId: '11111111-1111-4111-8111-111111111111',
  wizard: 'configure-client',
  title: 'Configure KMS clients',
  createdAt: '2026-11-22T14:00:00.000Z',
  digest,
  state: 'proposed',
  haltedBy: null,
  policy: { onFailure: 'continue', canary: null, concurrency: 16 },
  consents: [],
  findings: [],
  steps: [
    {
      index: 0,
      kind: 'kms-client.activate',
      title: 'Activate the computer',
      equivalent: 'slmgr.vbs /ato',
      risk: 'change',
      undo: 'An activation needs no undoing.',
      perComputer: 'A computer that is activated already renews its activation.',
    },
  ],
  total,
  counts: { pending: total, running: 0, stopped: 0, done: 0, failed: 0, skipped: 0, unknown: 0, discarded: 0 },
  startedAt: null,
  endedAt: null,
  missingSecrets: [],
  error: null,
  retryOf: null,
  ...patch,
})

type Answers = { [K in CallName]?: (input: InputOf<K>) => Result<OutputOf<K>> }

/**
 * Answers about one batch that runs by itself, 25 times a second.
 * @param emit gets its events
 * @param perTurn computers that end at a time
 */
export const batchAnswers = (emit: (event: BatchEvent) => void, perTurn = 1): Answers => {
  let view = batchOf(1)
  let rows: BatchRow[] = []
  let sequence = 0
  let next = 0
  const tell = (patch: Partial<BatchView>, changed: BatchRow[] = []): BatchView => {
    const counts = { pending: 0, running: 0, stopped: 0, done: 0, failed: 0, skipped: 0, unknown: 0, discarded: 0 }
    for (const { state } of rows) counts[state] += 1
    view = { ...view, counts, ...patch }
    sequence += 1
    emit({ sequence, batch: view, rows: changed })
    return view
  }
  const put = (position: number, state: BatchComputerState): BatchRow[] => {
    const known = rows[position]
    if (known === undefined) return []
    const row = batchRowOf(position, known.name, state)
    rows[position] = row
    return [row]
  }
  const turn = (): void => {
    if (view.state === 'stopping') return void tell({ state: 'stopped', haltedBy: 'person' })
    if (view.state !== 'running') return
    const { canary } = view.policy
    const goal = canary === null || next >= canary ? rows.length : Math.min(canary, rows.length)
    const changed: BatchRow[] = []
    for (let at = 0; at < perTurn && next < rows.length; at += 1) {
      changed.push(...put(next, endOf(next)))
      next += 1
      if (next === view.policy.canary) return void tell({ state: 'waiting', haltedBy: 'canary' }, changed)
    }
    for (let at = next; at < Math.min(next + 3, goal); at += 1) changed.push(...put(at, 'running'))
    if (next >= rows.length) return void tell({ state: 'done', haltedBy: null }, changed)
    tell({}, changed)
    setTimeout(turn, 40)
  }
  const goOn = (): Result<BatchView> => {
    setTimeout(turn, 40)
    return ok(tell({ state: 'running', haltedBy: null }))
  }
  return {
    'batches.propose': ({ targets, policy }) => {
      rows =
        'ids' in targets
          ? targets.ids.map((id, position) => batchRowOf(position, `pc${id}`, 'pending'))
          : targets.map((target, position) => batchRowOf(position, targetLabel(target), 'pending'))
      next = 0
      view = batchOf(rows.length, { policy: BatchPolicy.parse(policy ?? {}) })
      return ok(view)
    },
    'batches.consent': () => ok(undefined),
    'batches.commit': goOn,
    'batches.continue': goOn,
    'batches.resume': goOn,
    'batches.stop': () => ok(tell({ state: 'stopping' })),
    'batches.discard': () => {
      const changed = rows.flatMap(({ state }, position) => (state === 'pending' ? put(position, 'discarded') : []))
      return ok(tell({ state: 'discarded' }, changed))
    },
    'batches.retryFailed': () => {
      const failed = rows.filter(({ state }) => state === 'failed')
      rows = failed.map(({ name }, position) => batchRowOf(position, name, 'pending'))
      next = 0
      view = batchOf(rows.length, { batchId: '22222222-2222-4222-8222-222222222222', retryOf: view.batchId })
      return ok(view)
    },
    'batches.get': () => ok(view),
    'batches.rows': ({ offset, limit }) => ok({ total: rows.length, rows: rows.slice(offset, offset + limit) }),
    'batches.list': () => ok([]),
    'batches.unfinished': () => ok(view.state === 'waiting' || view.state === 'stopped' ? [view] : []),
  }
}
