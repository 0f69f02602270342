import { fail, ok, type Result } from '../../src-main/contract/app-error.ts'
import { bridgeGlobal, type CallName, type RawBridge } from '../../src-main/contract/channels.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/table.ts'
import type { PlanView, StepState } from '../../src-main/contract/models/plan.ts'
import { batchAnswers } from './batch.ts'
import { estateAnswers } from './estate.ts'
import { appInfo, deniedLinks, goodLinks, journal, lab, labKey, plan, refused, report, snapshot } from './fixtures.ts'

/** What the address bar asks for, for example `?fail=1&hang=target.test`. */
const wish = new URLSearchParams(globalThis.location.search)
const secrets = new Map<string, string>()
let onEvent: ((event: unknown) => void) | null = null
let onBatchEvent: ((event: unknown) => void) | null = null
let sequence = 0
let live: PlanView = plan

const show = (patch: Partial<PlanView>): PlanView => {
  live = { ...live, ...patch }
  sequence += 1
  onEvent?.({ sequence, plan: live })
  return live
}

/** The plan with its first `done` steps done and the next one in `state`. */
const at = (done: number, state: StepState): PlanView => ({
  ...plan,
  progress: done / plan.steps.length,
  steps: plan.steps.map((step, index) => {
    if (index > done || done >= plan.steps.length) return done >= plan.steps.length ? { ...step, state: 'done' } : step
    const startedAt = new Date(Date.now() - 4000).toISOString()
    if (index < done) return { ...step, state: 'done', startedAt, endedAt: new Date(Date.now() - 1000).toISOString() }
    return { ...step, state, startedAt, note: state === 'running' ? 'Waiting for Windows to answer' : null }
  }),
})

const advance = (done: number): void => {
  if (done >= plan.steps.length) return void show({ ...at(done, 'done'), state: 'done', progress: 1 })
  if (wish.has('fail') && done === 2) {
    const failed = at(2, 'failed')
    return void show({
      ...failed,
      state: 'failed',
      error: refused,
      steps: failed.steps.map((s, i) => (i === 2 ? { ...s, error: refused } : s)),
    })
  }
  show({ ...at(done, 'running'), state: 'running' })
  if (!wish.has('hold') || done < 2) setTimeout(() => advance(done + 1), 300)
}

const interrupted = (): PlanView => ({
  ...at(2, 'unknown'),
  state: 'interrupted',
  missingSecrets: [{ name: 'hostKey', label: 'KMS host key', lastFive: '9WXYZ' }],
})

/** Calls of the pages that the preview shows; it answers no others. */
type Answers = { [K in CallName]?: (input: InputOf<K>) => Result<OutputOf<K>> }
const answers: Answers = {
  ...batchAnswers((event) => onBatchEvent?.(event), Number(wish.get('perTurn') ?? '1')),
  ...estateAnswers(Number(wish.get('computers') ?? '0')),
  'app.info': () =>
    ok(
      wish.has('windows')
        ? {
            ...appInfo,
            platform: 'win32',
            canManageThisComputer: true,
            elevated: false,
            notices: [
              {
                level: 'warning',
                message: 'The journal was damaged. It was kept aside as journal-damaged.db, and a new one was begun.',
                remedy: 'Keep the file if you need its lines.',
              },
            ],
          }
        : appInfo,
    ),
  'app.openLog': () => ok(undefined),
  'secrets.put': ({ value }) => {
    const ref = `secret:${crypto.randomUUID()}`
    secrets.set(ref, value)
    return ok({ ref, lastFive: value.slice(-5) })
  },
  'secrets.forget': ({ ref }) => {
    secrets.delete(ref)
    return ok(undefined)
  },
  'productKey.check': ({ ref }) => {
    const key = secrets.get(ref) ?? ''
    const good = key.length === 29
    return ok({
      masked: good ? `XXXXX-XXXXX-XXXXX-XXXXX-${key.slice(-5)}` : null,
      lastFive: good ? key.slice(-5) : null,
      kind: 'unknown',
      generation: 'windows-7',
      setupKeyFor: null,
      findings: !good
        ? [
            {
              check: 'shape',
              level: 'problem',
              message: `The key has ${key.replaceAll('-', '').length} characters instead of 25.`,
              remedy: 'Compare it with its source.',
              field: 'hostKey',
            },
          ]
        : key === labKey
          ? [{ check: 'shape', level: 'ok', message: 'The key is well-formed.' }]
          : [
              {
                check: 'key-checksum',
                level: 'warning',
                message: 'The checksum of the key does not fit: there may be a typing error.',
                remedy: 'Compare it with its source, group by group.',
              },
            ],
    })
  },
  'target.test': ({ target }) =>
    'host' in target && target.host === 'locked01'
      ? ok({ reachable: true, findings: deniedLinks, snapshot: null })
      : ok({ reachable: true, findings: goodLinks, snapshot }),
  'lab.overview': () => ok(lab),
  'lab.loadReport': () => ok(lab),
  'lab.reset': () => ok(lab),
  'kmsHost.findInDns': () =>
    ok({
      lookups: [
        wish.has('hosts')
          ? (report.srv[0] ?? { outcome: 'none', name: '', server: null })
          : { outcome: 'none', name: '_vlmcs._tcp.lab.example', server: '192.0.2.2' },
      ],
    }),
  'kmsHost.verify': () => ok({ ...report, currentCount: 2 }),
  'plans.propose': () => ok(plan),
  'plans.consent': () => ok(undefined),
  'plans.commit': () => {
    setTimeout(() => advance(0), 20)
    return ok(show({ state: 'running' }))
  },
  'plans.stop': () => ok(show({ state: 'stopping' })),
  'plans.resume': () => {
    setTimeout(() => advance(3), 20)
    return ok(show({ ...at(2, 'running'), state: 'running', missingSecrets: [] }))
  },
  'plans.discard': () => ok(show({ state: 'discarded' })),
  'plans.unfinished': () => ok(wish.has('interrupted') ? [interrupted()] : []),
  'plans.get': () => {
    if (wish.has('interrupted') && live.state === 'proposed') live = interrupted()
    return ok({ plan: live, report: live.state === 'done' ? report : null, results: [] })
  },
  'journal.read': () => ok(wish.has('windows') ? [] : journal),
}

const answerTo = (name: CallName, input: unknown): unknown => {
  const answer = answers[name] as ((input: unknown) => unknown) | undefined
  return answer ? answer(input) : fail({ code: 'not-found', message: `No preview of ${name}.`, retryable: false })
}

const hung = new Map<string, (answer: unknown) => void>()
const raw: RawBridge = {
  call: (name, requestId, input) =>
    wish.getAll('hang').includes(name)
      ? new Promise((resolve) => hung.set(requestId, resolve))
      : new Promise((resolve) => setTimeout(() => resolve(answerTo(name, input)), 30)),
  cancel: (requestId) => hung.get(requestId)?.(fail({ code: 'cancelled', message: '', retryable: true })),
  listen: async (name, _requestId, _input, listener) => {
    if (name === 'plans.events') onEvent = listener
    if (name === 'batches.events') onBatchEvent = listener
    return ok(undefined)
  },
}
Object.assign(globalThis, { [bridgeGlobal]: raw })
