import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { BatchRow } from '../../../../src-main/contract/models/batch.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { go, openCheckComputer, openLicensingDetails } from '../../../stores/navigation-store.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { stepStateName } from '../../../strings/plan.ts'
import { emptyTarget, type TargetFields } from '../../target-step/target-fields.ts'
import { errorOfRow, isActivationPending, rowStateName } from './row-text.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', rowGap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** The computer of a row as another page takes it. The account stays with main. */
const fieldsOf = ({ target }: BatchRow): TargetFields => {
  const fields = emptyTarget(target.place)
  switch (target.place) {
    case 'this-computer':
      return fields
    case 'network':
      return { ...fields, host: target.host }
    case 'lab':
      return { ...fields, labHost: target.host }
  }
}

interface Props {
  readonly row: BatchRow
  /** The row stays here while the dialog fades out. */
  readonly open: boolean
  readonly onClose: () => void
}

/** The steps of one computer with what came back, its explained error, and the ways on. */
export const RowDialog = ({ row, open, onClose }: Props) => (
  <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
    <RowSurface row={row} onClose={onClose} />
  </Dialog>
)

const RowSurface = ({ row, onClose }: { readonly row: BatchRow; readonly onClose: () => void }) => {
  const styles = useStyles()
  const { name, state, steps, planId } = row
  const wrong = state === 'failed' || state === 'skipped' || state === 'unknown'
  return (
    <DialogSurface className={styles.surface}>
      <DialogBody>
        <DialogTitle>{words.openRow(name)}</DialogTitle>
        <DialogContent className={styles.content}>
          <p className={styles.text}>{rowStateName(row)}</p>
          {wrong && <ErrorPanel error={errorOfRow(row)} />}
          {isActivationPending(row) && <ErrorPanel error={errorOfRow(row)} level="warning" />}
          {steps.length === 0 ? (
            <p className={styles.text}>{wrong || state === 'discarded' ? words.noSteps : words.stepsLater}</p>
          ) : (
            <ol className={styles.list} aria-label={words.steps}>
              {steps.map((step, index) => (
                // Steps are frozen: their places never change.
                <li key={`${index} ${step.kind}`}>
                  {step.title}
                  <p className={styles.note}>
                    {stepStateName(step)}
                    {step.outcome !== null && `. ${step.outcome}`}
                  </p>
                </li>
              ))}
            </ol>
          )}
        </DialogContent>
        <DialogActions fluid>
          {planId !== null && <Button onClick={() => void go({ page: 'journal', planId })}>{words.journal}</Button>}
          <Button onClick={() => void openLicensingDetails(fieldsOf(row))}>{words.details}</Button>
          <Button onClick={() => void openCheckComputer(fieldsOf(row))}>{words.check}</Button>
          <Button appearance="primary" onClick={onClose}>
            {words.close}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  )
}
