import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components'
import { useRef, useState, type FormEvent } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { EstatePlace } from '../../../../src-main/contract/models/estate.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { AccountFields } from '../../../components/AccountFields.tsx'
import { announce } from '../../../components/Announcer.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { LabAccounts } from '../../../components/LabAccounts.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import {
  accountComplaint,
  giveAccount,
  giveTypedAccount,
  usersOf,
  type AccountOwner,
} from '../../../stores/account-change.ts'
import { useComputers } from '../../../stores/computers-store.ts'
import { common } from '../../../strings/common.ts'
import { accountWords as words } from '../../../strings/computers/account.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
  owner: { width: '420px', maxWidth: '100%' },
})

interface Props {
  readonly open: boolean
  readonly place: EstatePlace
  /** The computers that are selected in the table. */
  readonly selected: ReadonlySet<number>
  readonly onClose: () => void
}

/** Says with which account computers, or those of a group, are reached. */
export const AccountDialog = ({ open, place, selected, onClose }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLFormElement>(null)
  const entries = useComputers((state) => state.entries)
  const groups = useComputers((state) => state.groups)
  const [whose, setWhose] = useState(selected.size > 0 ? 'selection' : 'all')
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [complaint, setComplaint] = useState<ReturnType<typeof accountComplaint>>(null)
  const [error, setError] = useState<AppError | null>(null)
  useFieldFocus(complaint, area)

  const group = groups.find(({ name }) => `group ${name}` === whose)
  const rows = entries.map(({ row }) => row)
  const chosen = whose === 'selection' ? rows.filter(({ id }) => selected.has(id)) : rows
  const owner: AccountOwner = group
    ? { kind: 'group', name: group.name }
    : { kind: 'computers', ids: chosen.map(({ id }) => id) }
  const present = group ? (group.user === null ? [] : [group.user]) : usersOf(chosen)

  const end = (failure: AppError | null, done: string): void => {
    setError(failure)
    if (failure !== null) return
    announce(done)
    onClose()
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wrong = accountComplaint(user, password)
    setComplaint(wrong)
    if (wrong === null) end(await giveTypedAccount(bridge, place, owner, { user, password }), words.given(user.trim()))
  }
  const edit = (set: (text: string) => void) => (text: string) => {
    set(text)
    setComplaint(null)
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form ref={area} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.text}>{words.body}</p>
              <Field className={styles.owner} label={words.whose}>
                <Select value={whose} onChange={(_, data) => setWhose(data.value)}>
                  {selected.size > 0 && <option value="selection">{words.selection(selected.size)}</option>}
                  {groups.map(({ name, computers }) => (
                    <option key={name} value={`group ${name}`}>
                      {words.group(name, computers)}
                    </option>
                  ))}
                  <option value="all">{words.all(rows.length)}</option>
                </Select>
              </Field>
              <p className={styles.text}>{words.present(present)}</p>
              {place.place === 'lab' && (
                <LabAccounts
                  onUse={(labUser, labPassword) => {
                    setUser(labUser)
                    setPassword(labPassword)
                    setComplaint(null)
                  }}
                />
              )}
              <AccountFields
                user={user}
                password={password}
                complaint={complaint}
                onUser={edit(setUser)}
                onPassword={edit(setPassword)}
              />
              {error !== null && <ErrorPanel error={error} />}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{common.cancel}</Button>
              {present.length > 0 && (
                <Button
                  onClick={() =>
                    void giveAccount(bridge, place, owner, null).then((failure) => end(failure, words.taken))
                  }
                >
                  {words.take}
                </Button>
              )}
              <Button type="submit" appearance="primary">
                {words.give}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
