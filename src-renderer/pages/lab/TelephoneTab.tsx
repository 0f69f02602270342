import { Button, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { LabConfirmation } from '../../../src-main/contract/models/lab.ts'
import { bridge } from '../../bridge/bridge.ts'
import { announce } from '../../components/Announcer.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Section } from '../../components/Section.tsx'
import { sentenceOf } from '../../strings/errors.ts'
import { telephone as words } from '../../strings/lab/lab.ts'

const useStyles = makeStyles({
  intro: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  field: { width: '560px', maxWidth: '100%' },
  input: { fontFamily: tokens.fontFamilyMonospace },
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  blocks: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
  },
  block: { display: 'grid', justifyItems: 'center' },
  letter: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  digits: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase500 },
})

type Call =
  | { readonly phase: 'idle' }
  | { readonly phase: 'calling' }
  | { readonly phase: 'told'; readonly confirmation: LabConfirmation }
  | { readonly phase: 'wrong'; readonly message: string }
  | { readonly phase: 'failed'; readonly error: AppError }

/** The confirmation ID in its blocks, as it is read out. */
const Confirmation = ({ confirmation }: { readonly confirmation: LabConfirmation }) => {
  const styles = useStyles()
  return (
    <Section title={words.answer}>
      <ol className={styles.blocks} aria-label={words.answer}>
        {confirmation.blocks.map((digits, index) => (
          <li key={words.blockNames[index]} className={styles.block}>
            <span className={styles.letter}>{words.blockNames[index]}</span>
            <span className={styles.digits}>{digits}</span>
          </li>
        ))}
      </ol>
      <div>
        <CopyButton large text={confirmation.blocks.join('-')} label={words.copy} />
      </div>
    </Section>
  )
}

/** The Lab's telephone: an installation ID in, a fictional confirmation ID out. */
export const TelephoneTab = () => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [call, setCall] = useState<Call>({ phase: 'idle' })
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = (message: string): void => {
      setCall({ phase: 'wrong', message })
      form.querySelector('textarea')?.focus()
    }
    if (call.phase === 'calling') return
    if (typed.trim() === '') return wrong(words.missing)
    setCall({ phase: 'calling' })
    const result = await bridge.call('lab.telephone', { installationId: typed })
    if (result.ok) {
      setCall({ phase: 'told', confirmation: result.value })
      announce(words.told)
    } else if (result.error.field === 'installationId') {
      const { message, remedy } = sentenceOf(result.error)
      wrong(`${message} ${remedy}`)
    } else setCall({ phase: 'failed', error: result.error })
  }
  return (
    <Section title={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      <form className={styles.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <Field
          required
          className={styles.field}
          label={words.field}
          hint={words.hint}
          {...(call.phase === 'wrong' ? { validationState: 'error', validationMessage: call.message } : {})}
        >
          <Textarea
            rows={2}
            maxLength={400}
            spellCheck={false}
            value={typed}
            textarea={{ className: styles.input }}
            onChange={(_, data) => {
              setTyped(data.value)
              setCall({ phase: 'idle' })
            }}
          />
        </Field>
        <div className={styles.row}>
          <Button type="submit" disabledFocusable={call.phase === 'calling'}>
            {words.call}
          </Button>
          {call.phase === 'calling' && <Spinner size="tiny" label={words.calling} />}
        </div>
      </form>
      {call.phase === 'failed' && <ErrorPanel error={call.error} />}
      {call.phase === 'told' && <Confirmation confirmation={call.confirmation} />}
    </Section>
  )
}
