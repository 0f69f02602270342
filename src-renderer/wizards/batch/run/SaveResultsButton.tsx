import { Button } from '@fluentui/react-components'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { batchRun } from '../../../strings/batch/run.ts'

interface Props {
  readonly batchId: string
  readonly onFailed: (error: AppError | null) => void
}

/** Saves the computers of a batch with their results as CSV; main asks where. */
export const SaveResultsButton = ({ batchId, onFailed }: Props) => {
  const [saving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    setSaving(true)
    const answer = await bridge.call('batches.saveResults', { batchId })
    setSaving(false)
    onFailed(answer.ok ? null : answer.error)
  }
  return (
    <Button icon={<SaveRegular />} disabledFocusable={saving} onClick={() => void save()}>
      {batchRun.result.saveCsv}
    </Button>
  )
}
