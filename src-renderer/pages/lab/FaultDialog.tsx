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
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { setFault, useLab } from '../../stores/lab-store.ts'
import { common } from '../../strings/common.ts'
import { faults as words } from '../../strings/lab/faults.ts'
import { newFault, readFault, type FaultDraft } from './fault-draft.ts'
import { FaultFields } from './FaultFields.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
})

interface Props {
  readonly open: boolean
  /** The computer that it begins with, "*" for all. */
  readonly host: string
  readonly computers: readonly LabComputer[]
  readonly onClose: () => void
}

/** Sets a fault. Mount it anew, with a `key`, for each opening; it stays mounted while it fades out. */
export const FaultDialog = ({ open, host, computers, onClose }: Props) => {
  const styles = useStyles()
  const changing = useLab((state) => state.changing !== null)
  const failure = useLab((state) => state.failure)
  const [draft, setDraft] = useState(() => newFault(host))
  const [complaint, setComplaint] = useState<{ readonly field: 'seconds' | 'times'; readonly message: string } | null>(
    null,
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (complaint === null) return
    const field = form.current?.querySelector<HTMLInputElement>(`[name="${complaint.field}"]`)
    field?.focus()
    // The message below the field has to be seen, too.
    field?.scrollIntoView({ block: 'center' })
  }, [complaint])
  const edit = (patch: Partial<FaultDraft>): void => {
    setDraft((present) => ({ ...present, ...patch }))
    setComplaint(null)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readFault(draft)
    if (!read.ok) return setComplaint(read)
    if (!(await setFault(read.fault))) return
    onClose()
    announce(words.isSet)
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form ref={form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.dialogTitle}</DialogTitle>
            <DialogContent className={styles.content}>
              <FaultFields draft={draft} complaint={complaint} computers={computers} onEdit={edit} />
              {failure !== null && <ErrorPanel error={failure} />}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={changing}>
                {words.set}
              </Button>
              <Button onClick={onClose}>{common.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
