import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { common } from '../../../strings/common.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { isBuiltIn } from '../model/views.ts'
import { saveView, useTableView } from './view-store.ts'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Names the present view and keeps it. */
export const SaveViewDialog = ({ open, onClose }: Props) => {
  const [name, setName] = useState(() => {
    const { viewName } = useTableView.getState()
    return isBuiltIn(viewName) ? '' : viewName
  })
  const [message, setMessage] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return setMessage(tableWords.viewNameMissing)
    if (isBuiltIn(name)) return setMessage(tableWords.viewNameTaken)
    const failure = await saveView(name)
    setError(failure)
    if (failure === null) onClose()
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{tableWords.saveViewTitle}</DialogTitle>
            <DialogContent>
              <p>{tableWords.saveViewHint}</p>
              <TextField
                name="viewName"
                label={tableWords.viewName}
                value={name}
                complaint={message === null ? null : { field: 'viewName', message }}
                onChange={(value) => {
                  setName(value)
                  setMessage(null)
                }}
              />
              {error !== null && <ErrorPanel error={error} />}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button type="submit" appearance="primary">
                {tableWords.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
