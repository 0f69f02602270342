import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { SrvRecordInput } from '../../../src-main/contract/models/dns.ts'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { createPlanRun } from '../../plan/plan-run.ts'
import { createSecretSlot } from '../target-step/secret-slot.ts'
import { changeOf, openingDraft, viaOf, type ChangeDraft, type ChangeOpening, type WayFields } from './change-draft.ts'
import { complaintFrom, recordComplaint, wayComplaint, type ChangeComplaint } from './change-complaints.ts'

export interface ChangeState {
  readonly step: 'record' | 'way'
  readonly draft: ChangeDraft
  /** What the check of the record found last. */
  readonly findings: readonly Finding[]
  readonly complaint: ChangeComplaint | null
  readonly busy: 'checking' | 'proposing' | null
  readonly error: AppError | null
}

/**
 * One opening of the wizard that changes a KMS record: what was typed, and the plan that comes of it.
 * @param thisComputer name of the computer that the app runs on; null where it cannot be a target
 */
export const createChange = (bridge: Bridge, opening: ChangeOpening, thisComputer: () => string | null) => {
  const opened = openingDraft(opening)
  const store = createStore<ChangeState>(() => ({
    step: 'record',
    draft: opened,
    findings: [],
    complaint: null,
    busy: null,
    error: null,
  }))
  const plan = createPlanRun(bridge)
  const password = createSecretSlot(bridge, 'password')
  const tsig = createSecretSlot(bridge, 'tsig-secret')
  let checks = 0

  /** Has main check the record; the answer counts only where nothing was typed since. */
  const check = async (): Promise<boolean> => {
    const { draft } = store.getState()
    if (draft.op === 'remove') return true
    checks += 1
    const mine = checks
    const result = await bridge.call('dns.checkRecord', draft.record)
    if (mine !== checks) return false
    if (!result.ok) {
      store.setState({ error: result.error })
      return false
    }
    store.setState({ findings: result.value.findings, error: null })
    return result.value.value !== null
  }

  /** Puts what was typed into main's memory; null where that failed. */
  const via = async () => {
    const { way } = store.getState().draft
    const needsPassword = way.kind === 'microsoft-dns' && way.user.trim() !== ''
    const needsKey = way.kind === 'dynamic-update' && way.signed
    const account = needsPassword ? await password.refOf(way.password) : null
    if (account !== null && !account.ok) return account
    const key = needsKey ? await tsig.refOf(way.secret) : null
    if (key !== null && !key.ok) return key
    const secrets = { password: account?.value ?? null, tsig: key?.value ?? null }
    return { ok: true, value: viaOf(way, opening.place, secrets, thisComputer()) } as const
  }

  return {
    store,
    plan,
    opening,
    opened,
    check,
    editRecord(patch: Partial<SrvRecordInput>): void {
      checks += 1
      store.setState(({ draft }) => ({
        draft: { ...draft, record: { ...draft.record, ...patch } },
        findings: [],
        complaint: null,
      }))
    },
    editWay(patch: Partial<WayFields>): void {
      store.setState(({ draft }) => ({ draft: { ...draft, way: { ...draft.way, ...patch } }, complaint: null }))
    },
    /** Next on the step "Record": checks every field and goes on where nothing stops. */
    async toWay(): Promise<void> {
      if (store.getState().busy !== null) return
      store.setState({ busy: 'checking', complaint: null })
      const good = await check()
      store.setState(({ findings }) =>
        good ? { busy: null, step: 'way' } : { busy: null, complaint: recordComplaint(findings) },
      )
    },
    back: (): void => store.setState({ step: 'record', complaint: null, error: null }),
    /** Next on the step "How to write it": has main make the plan. An error of a field leads to that field. */
    async toReview(): Promise<void> {
      const { draft, busy } = store.getState()
      if (busy !== null) return
      const complaint = wayComplaint(draft.way)
      if (complaint !== null) return store.setState({ complaint })
      store.setState({ busy: 'proposing', complaint: null, error: null })
      const how = await via()
      const error = how.ok
        ? await plan.propose({ wizard: 'publish-kms', via: how.value, changes: [changeOf(draft)] })
        : how.error
      if (error === null) return store.setState({ busy: null })
      const found = complaintFrom(error)
      store.setState({
        busy: null,
        complaint: found,
        // A problem of a field is said at the field; what belongs to none is said as a whole.
        error: found === null ? error : null,
        step: found?.step ?? 'way',
      })
    },
    /** Goes back from an ended plan to what was typed. */
    startAgain(): void {
      plan.store.setState({ phase: 'none' }, true)
      store.setState({ step: 'way', complaint: null, error: null })
    },
    /** Ends the subscription. Secrets stay in main only where a plan still needs them. */
    dispose(): void {
      plan.dispose()
      if (plan.store.getState().phase === 'running') return
      password.forget()
      tsig.forget()
    },
  }
}

/** The wizard as it is open. */
export type Change = ReturnType<typeof createChange>
