import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useId } from 'react'
import { answer, type Question } from '../stores/question-store.ts'
import { useGrace } from './use-grace.ts'

interface Props {
  readonly question: Question
  readonly open: boolean
}

/**
 * A small question before something is lost. It stays mounted after its answer: Fluent gives the page back to screen
 * readers when the dialog closes, not when it is taken out.
 */
export const ConfirmDialog = ({ question, open }: Props) => {
  const bodyId = useId()
  const armed = useGrace(open)
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && answer(false)}>
      <DialogSurface aria-describedby={bodyId}>
        <DialogBody>
          <DialogTitle>{question.title}</DialogTitle>
          <DialogContent id={bodyId}>{question.body}</DialogContent>
          <DialogActions fluid>
            <Button disabled={!armed} onClick={() => answer(true)}>
              {question.confirm}
            </Button>
            <Button appearance="primary" onClick={() => answer(false)}>
              {question.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
