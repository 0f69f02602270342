import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { LicensingDetailsAnswer } from '../../../src-main/contract/models/licensing-details.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { Choice } from '../../computer-choice/choice-store.ts'

export interface DetailsState {
  readonly scope: 'default' | 'all'
  readonly reading: boolean
  readonly stopped: boolean
  readonly error: AppError | null
  /** The last answer; it stays while it is read anew. */
  readonly answer: LicensingDetailsAnswer | null
}

const begin: DetailsState = { scope: 'default', reading: false, stopped: false, error: null, answer: null }

/** What is read of the chosen computer. */
export const createDetails = (bridge: Bridge, choice: Pick<Choice, 'resolve'>) => {
  const store = createStore<DetailsState>(() => begin)
  let controller: AbortController | null = null
  const stop = (): void => {
    controller?.abort()
    controller = null
  }
  const read = async (): Promise<void> => {
    stop()
    const mine = new AbortController()
    controller = mine
    const target = await choice.resolve()
    if (target === null || mine.signal.aborted) return
    store.setState({ reading: true, stopped: false, error: null })
    const { scope } = store.getState()
    const answer = await bridge.call('licensing.details', { target, scope }, { signal: mine.signal })
    // Read anew meanwhile, or stopped: this answer is nobody's any more.
    if (controller !== mine) return
    store.setState(answer.ok ? { reading: false, answer: answer.value } : { reading: false, error: answer.error })
  }
  return {
    store,
    read,
    stop(): void {
      stop()
      store.setState({ reading: false, stopped: true })
    },
    /** Shows other products, and reads them. */
    show(scope: DetailsState['scope']): Promise<void> {
      store.setState({ scope })
      return read()
    },
    /** Goes back to the choice of a computer. */
    chooseAnother(): void {
      stop()
      store.setState({ ...begin, scope: store.getState().scope })
    },
    dispose: stop,
  }
}

/** The reading of an opened page. */
export type DetailsReading = ReturnType<typeof createDetails>
