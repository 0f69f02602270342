import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { KmsClientReport } from '../../../src-main/contract/models/kms-client-report.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { bridge } from '../../bridge/bridge.ts'

/** What a KMS client shows. The last answer stays while it is asked again. */
export interface ClientReport {
  readonly report: KmsClientReport | null
  readonly error: AppError | null
  readonly reading: boolean
  readonly readAgain: () => void
}

interface Asked {
  readonly turn: number
  readonly report: KmsClientReport | null
  readonly error: AppError | null
  readonly answered: number
}

/** Reads a KMS client when the page opens, and whenever it is asked to. */
export const useClientReport = (target: TargetRef): ClientReport => {
  const [asked, setAsked] = useState<Asked>({ turn: 1, report: null, error: null, answered: 0 })
  const { turn, report, error, answered } = asked
  // A plan's pictures are copies of one target: the computer is not to be read again with each of them.
  const [computer] = useState(target)
  useEffect(() => {
    const controller = new AbortController()
    const read = async (): Promise<void> => {
      const result = await bridge.call('kmsClient.report', { target: computer }, { signal: controller.signal })
      if (controller.signal.aborted) return
      const news = result.ok ? { report: result.value, error: null } : { error: result.error }
      setAsked((before) => ({ ...before, ...news, answered: turn }))
    }
    void read()
    return () => controller.abort()
  }, [computer, turn])
  const readAgain = useCallback(() => setAsked((before) => ({ ...before, turn: before.turn + 1 })), [])
  return { report, error, reading: answered < turn, readAgain }
}
