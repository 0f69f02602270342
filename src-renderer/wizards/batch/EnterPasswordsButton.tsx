import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useComputers } from '../../stores/computers-store.ts'
import { enterPasswords, missingPasswords, type MissingPassword } from '../../stores/missing-passwords.ts'
import { batchPrepare as words } from '../../strings/batch/prepare.ts'

const PasswordsDialog = lazy(async () => ({
  default: (await import('../../dialogs/PasswordsDialog.tsx')).PasswordsDialog,
}))

interface Props {
  /** Computers of one estate whose accounts are asked for, whether main holds a password of theirs or not. */
  readonly computers: readonly ComputerRow[]
  /** What it means when one is left out. */
  readonly body: string
  /** The verb of the button that leaves them all out. */
  readonly without: string
  /** Gets the numbers of the computers whose password main was given. */
  readonly onEntered: (ids: readonly number[]) => void
  readonly onWithout: () => void
}

/** Opens the question for the passwords of some computers, one for each account. */
export const EnterPasswordsButton = ({ computers, body, without, onEntered, onWithout }: Props) => {
  const [asked, setAsked] = useState<{ readonly missing: readonly MissingPassword[]; readonly open: boolean } | null>(
    null,
  )
  const [first] = computers
  const close = (): void => setAsked((present) => present && { ...present, open: false })
  const ask = (): void => {
    const { groups } = useComputers.getState()
    const missing = missingPasswords(
      computers.map((row) => ({ ...row, passwordNeeded: true })),
      groups.map((group) => ({ ...group, passwordNeeded: true })),
    )
    setAsked({ missing, open: true })
  }
  return (
    <>
      <Button onClick={ask}>{words.enterPasswords}</Button>
      {asked !== null && first !== undefined && (
        <Suspense>
          <PasswordsDialog
            open={asked.open}
            missing={asked.missing}
            body={body}
            confirm={words.takePasswords}
            without={without}
            onEnter={async (typed) => {
              const given = asked.missing.filter(({ key }) => (typed[key] ?? '') !== '')
              const failure = await enterPasswords(bridge, first.place, given, typed)
              if (failure !== null) return failure
              close()
              if (given.length === 0) onWithout()
              else onEntered(given.flatMap(({ ids }) => ids))
              return null
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
