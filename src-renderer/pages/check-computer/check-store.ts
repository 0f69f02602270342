import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { SelfTestReport, SelfTestStepId } from '../../../src-main/contract/models/self-test-report.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { Choice } from '../../computer-choice/choice-store.ts'
import { toBase64 } from '../../format/base64.ts'

export interface CheckState {
  readonly phase: 'choosing' | 'running' | 'stopped' | 'ended'
  /** The steps that apply; empty until the first is told. */
  readonly plan: readonly SelfTestStepId[]
  readonly running: SelfTestStepId | null
  /** What was found so far. */
  readonly report: SelfTestReport | null
  readonly error: AppError | null
  /** What became of saving the report. */
  readonly saving: 'saved' | 'not-saved' | null
}

const begin: CheckState = { phase: 'choosing', plan: [], running: null, report: null, error: null, saving: null }

/** The check of the chosen computer. */
export const createCheck = (bridge: Bridge, choice: Pick<Choice, 'resolve'>) => {
  const store = createStore<CheckState>(() => begin)
  let end: (() => void) | null = null
  const leave = (): void => {
    end?.()
    end = null
  }
  return {
    store,
    async start(): Promise<void> {
      leave()
      const target = await choice.resolve()
      if (target === null) return
      store.setState({ ...begin, phase: 'running' })
      end = bridge.listen(
        'selfTest.run',
        { target },
        (event) =>
          store.setState(
            event.state === 'running'
              ? { plan: event.plan, running: event.running, report: event.report }
              : { phase: 'ended', running: null, report: event.report },
          ),
        (error) => store.setState({ ...begin, error }),
      )
    },
    /** Stops after what is under way; what was found so far is kept. */
    stop(): void {
      leave()
      store.setState({ phase: 'stopped', running: null })
    },
    chooseAnother(): void {
      leave()
      store.setState(begin)
    },
    /** Has main ask where the report is to be kept. @param name of the computer, for the name of the file */
    async save(name: string): Promise<void> {
      const { report } = store.getState()
      if (report === null) return
      const plain = name.replace(/[^A-Za-z0-9.-]/g, '-').replace(/^[^A-Za-z0-9]+/, '')
      const answer = await bridge.call('file.save', {
        suggestedName: `check ${plain || 'computer'} ${report.madeAt.slice(0, 10)}.json`,
        kind: 'json',
        bytes: toBase64(new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)),
      })
      store.setState(
        answer.ok
          ? { saving: answer.value.saved ? 'saved' : 'not-saved', error: null }
          : { saving: null, error: answer.error },
      )
    },
    dispose: leave,
  }
}

/** The check of an opened page. */
export type Check = ReturnType<typeof createCheck>
