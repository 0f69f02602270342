import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { KmsHostOverview } from '../../../src-main/contract/models/kms-host-overview.ts'
import type { HostRef } from '../../../src-main/contract/models/known-kms-host.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { overview as words } from '../../strings/kms-hosts/overview.ts'
import { createSecretSlot } from '../../wizards/target-step/secret-slot.ts'
import { targetOf } from './host-ref.ts'

/** How far back requests can be read, in days. */
export const spans = [1, 7, 30, 90] as const

export interface OverviewState {
  readonly days: (typeof spans)[number]
  readonly user: string
  readonly password: string
  readonly complaint: { readonly field: 'user' | 'password'; readonly message: string } | null
  /** When the reading that is under way began, in milliseconds; null while none is. */
  readonly readingSince: number | null
  readonly cancelled: boolean
  readonly error: AppError | null
  /** The last answer; it stays while it is read anew. */
  readonly answer: KmsHostOverview | null
  /** The target that answered, with the account that worked. */
  readonly target: TargetRef | null
}

const accountComplaint = ({ user, password }: OverviewState): OverviewState['complaint'] => {
  if (user.trim() === '' && password !== '') return { field: 'user', message: words.userMissing }
  if (user.trim() !== '' && password === '') return { field: 'password', message: words.passwordMissing(user.trim()) }
  return null
}

/** Whether all requests came in the last day, so that a longer span would squeeze them together. */
const isYoung = ({ requests }: KmsHostOverview): boolean => {
  const first = requests?.buckets.find(({ accepted, refused }) => accepted + refused > 0)
  return requests !== null && first !== undefined && Date.parse(requests.to) - Date.parse(first.start) < 86_400_000
}

/** What is read of one KMS host. Made when the host is chosen; its password is forgotten with it. */
export const createOverview = (bridge: Bridge, host: HostRef) => {
  const store = createStore<OverviewState>(() => ({
    days: 7,
    user: '',
    password: '',
    complaint: null,
    readingSince: null,
    cancelled: false,
    error: null,
    answer: null,
    target: null,
  }))
  const slot = createSecretSlot(bridge, 'password')
  let controller: AbortController | null = null
  /** Whether the span stands: chosen by a person, or fitted to a young host. */
  let chosen = false
  let handedOver = false

  const read = async (): Promise<void> => {
    const state = store.getState()
    const complaint = accountComplaint(state)
    if (complaint !== null) return store.setState({ complaint })
    controller?.abort()
    const mine = new AbortController()
    controller = mine
    const settle = (patch: Partial<OverviewState>): void => {
      if (controller === mine) store.setState({ readingSince: null, ...patch })
    }
    store.setState({ readingSince: Date.now(), cancelled: false, complaint: null, error: null })
    const user = state.user.trim()
    const secret = user === '' ? null : await slot.refOf(state.password)
    if (secret !== null && !secret.ok) return settle({ error: secret.error })
    const target = targetOf(host, secret === null ? null : { user, password: secret.value })
    const result = await bridge.call('kmsHost.overview', { target, days: state.days }, { signal: mine.signal })
    if (!result.ok) return settle({ error: result.error })
    settle({ answer: result.value, target })
    if (chosen || !isYoung(result.value)) return
    chosen = true
    store.setState({ days: 1 })
    await read()
  }

  return {
    store,
    read,
    edit: (patch: Partial<Pick<OverviewState, 'user' | 'password'>>): void =>
      store.setState({ ...patch, complaint: null }),
    setDays(days: OverviewState['days']): Promise<void> {
      chosen = true
      store.setState({ days })
      return read()
    },
    cancel(): void {
      controller?.abort()
      controller = null
      store.setState({ readingSince: null, cancelled: true })
    },
    /** Leaves the password in main's memory for the edit of a setting, which forgets it in its turn. */
    handOver(): void {
      handedOver = true
    },
    dispose(): void {
      controller?.abort()
      controller = null
      if (!handedOver) slot.forget()
    },
  }
}

/** The overview of the chosen host. */
export type Overview = ReturnType<typeof createOverview>
