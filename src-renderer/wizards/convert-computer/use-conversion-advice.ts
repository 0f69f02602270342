import { useEffect, useState } from 'react'
import type { AppError, Result } from '../../../src-main/contract/app-error.ts'
import type { ConversionAdvice } from '../../../src-main/contract/models/conversion.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { bridge } from '../../bridge/bridge.ts'

/** What main says of a computer's conversions. */
export type AdviceState =
  | { readonly phase: 'looking' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'known'; readonly advice: ConversionAdvice }

interface Answer {
  readonly target: TargetRef
  readonly run: number
  readonly result: Result<ConversionAdvice>
}

/** Looks at a computer when the page is shown, and again when asked to; an answer that comes too late is dropped. */
export const useConversionAdvice = (target: TargetRef): { readonly state: AdviceState; readonly again: () => void } => {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [run, setRun] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    const look = async (): Promise<void> => {
      const result = await bridge.call('conversion.advise', { target }, { signal: controller.signal })
      if (!controller.signal.aborted) setAnswer({ target, run, result })
    }
    void look()
    return () => controller.abort()
  }, [target, run])
  return { state: stateOf(answer, target, run), again: () => setRun(run + 1) }
}

const stateOf = (answer: Answer | null, target: TargetRef, run: number): AdviceState => {
  if (answer === null || answer.target !== target || answer.run !== run) return { phase: 'looking' }
  const { result } = answer
  return result.ok ? { phase: 'known', advice: result.value } : { phase: 'failed', error: result.error }
}
