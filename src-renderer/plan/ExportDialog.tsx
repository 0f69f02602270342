import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { ExportFormat, PlanExport } from '../../src-main/contract/models/plan-export.ts'
import { bridge } from '../bridge/bridge.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { Panel } from '../components/Panel.tsx'
import { common } from '../strings/common.ts'
import { planExport as words } from '../strings/plan-export.ts'
import { ExportedFileView } from './ExportedFileView.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '960px' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** What is exported: a plan for one computer, or one for many. */
export type Exported = { readonly planId: string } | { readonly batchId: string }

interface Props {
  readonly exported: Exported
  readonly format: ExportFormat
  readonly onClose: () => void
}

/** The files of an export before they are saved, with what they leave to people. */
export const ExportDialog = ({ exported, format, onClose }: Props) => {
  const styles = useStyles()
  const [made, setMade] = useState<PlanExport | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const id = 'planId' in exported ? exported.planId : exported.batchId
  const isBatch = 'batchId' in exported
  useEffect(() => {
    let isWanted = true
    const load = async (): Promise<void> => {
      const result = await bridge.call('plan.export', isBatch ? { batchId: id, format } : { planId: id, format })
      if (!isWanted) return
      if (result.ok) setMade(result.value)
      else setError(result.error)
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [id, isBatch, format])
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.title(format)}</DialogTitle>
          <DialogContent className={styles.content}>
            {made === null && error === null && <Spinner size="small" label={words.waiting} />}
            {error !== null && <ErrorPanel error={error} title={words.failed} />}
            {made?.notes.map((note) => (
              <p key={note} className={styles.text}>
                {note}
              </p>
            ))}
            {made !== null && made.byHand.length > 0 && (
              <Panel level="warning" title={words.byHand}>
                <ul className={styles.list}>
                  {made.byHand.map(({ step, title, reason }) => (
                    <li key={step}>{words.byHandStep(step, title, reason)}</li>
                  ))}
                </ul>
              </Panel>
            )}
            {made?.files.map((file, index) => (
              <ExportedFileView key={file.name} file={file} opened={index === 0} />
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
