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
import type { AppError } from '../../src-main/contract/app-error.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { SecretField } from '../components/SecretField.tsx'
import type { MissingPassword } from '../stores/missing-passwords.ts'
import { common } from '../strings/common.ts'
import { scanWords as words } from '../strings/computers/scan.ts'
import { target } from '../strings/target-step.ts'

interface Props {
  readonly open: boolean
  readonly missing: readonly MissingPassword[]
  /** What it means when one is left out. */
  readonly body: string
  /** The verb of the button that goes on with what was typed. */
  readonly confirm: string
  /** The verb of the button that goes on without: `onEnter` then gets nothing. */
  readonly without: string
  /** Gives the typed passwords to main; resolves to the reason where one was not taken. */
  readonly onEnter: (typed: Readonly<Record<string, string>>) => Promise<AppError | null>
  readonly onClose: () => void
}

/** Asks for the passwords that are not in memory, one for each account. */
export const PasswordsDialog = ({ open, missing, body, confirm, without, onEnter, onClose }: Props) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [error, setError] = useState<AppError | null>(null)
  const enter = async (values: Readonly<Record<string, string>>): Promise<void> => setError(await onEnter(values))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void enter(typed)
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{words.passwordsTitle}</DialogTitle>
            <DialogContent>
              <p>{body}</p>
              {missing.map(({ key, user, group, ids }) => (
                <SecretField
                  key={key}
                  name={key}
                  label={words.passwordOf(user)}
                  hint={words.passwordFor(group, ids.length)}
                  show={target.showPassword}
                  hide={target.hidePassword}
                  value={typed[key] ?? ''}
                  complaint={null}
                  onChange={(value) => setTyped((before) => ({ ...before, [key]: value }))}
                />
              ))}
              {error !== null && <ErrorPanel error={error} />}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button onClick={() => void enter({})}>{without}</Button>
              <Button type="submit" appearance="primary" disabled={Object.values(typed).every((value) => value === '')}>
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
