import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import { FindingList } from '../../../components/FindingList.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { Section } from '../../../components/Section.tsx'
import { telephone as words } from '../../../strings/telephone.ts'
import type { PlanEffects } from '../plan-effects.ts'
import { blockLength, letterOf, nextField } from './confirmation-blocks.ts'
import type { ConfirmationState } from './confirmation-state.ts'
import { doubtfulText, unfitText } from './confirmation-text.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  blocks: {
    border: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    maxWidth: '560px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(128px, max-content))',
    gap: tokens.spacingHorizontalS,
  },
  input: { width: '128px' },
  digits: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase400, letterSpacing: '0.06em' },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, maxWidth: '720px' },
})

interface Props {
  readonly confirmation: ConfirmationState
  readonly effects: PlanEffects['confirmation']
}

/** Eight fields of six digits, A to H. The focus follows what is typed; the whole can be pasted into any of them. */
export const ConfirmationFields = ({ confirmation, effects }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLFieldSetElement>(null)
  const messageId = useId()
  const { blocks } = confirmation
  const focus = (index: number): void => area.current?.querySelectorAll('input')[index]?.focus()
  useUnfitFocus(confirmation, area)

  const type = (at: number, text: string): void => {
    const after = effects.type(at, text)
    if ((after[at]?.length ?? 0) >= blockLength && text.length > (blocks[at]?.length ?? 0)) focus(nextField(after, at))
  }
  const paste = (at: number, event: ClipboardEvent<HTMLInputElement>): void => {
    event.preventDefault()
    focus(nextField(effects.paste(at, event.clipboardData.getData('text')), at))
  }
  const step = (at: number, event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const empty = selectionStart === selectionEnd
    if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && empty && selectionStart === 0 && at > 0)
      focus(at - 1)
    else if (event.key === 'ArrowRight' && empty && selectionEnd === value.length) focus(at + 1)
    else return
    event.preventDefault()
  }

  const problem = unfitText(confirmation)
  const warning = doubtfulText(confirmation)
  return (
    <Section title={words.enterTitle}>
      <p className={styles.text}>{words.enterHint}</p>
      <fieldset ref={area} className={styles.blocks} aria-label={words.confirmationId}>
        {blocks.map((block, index) => (
          <Field key={letterOf(index)} label={words.blockField(letterOf(index))} {...stateOf(confirmation, index)}>
            <Input
              name={`confirmation${letterOf(index)}`}
              className={styles.input}
              input={{ className: styles.digits }}
              value={block}
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              aria-describedby={messageId}
              onChange={(_, data) => type(index, data.value)}
              onPaste={(event) => paste(index, event)}
              onKeyDown={(event) => step(index, event)}
            />
          </Field>
        ))}
      </fieldset>
      <div id={messageId} aria-live="polite">
        {problem !== null && (
          <div className={styles.line}>
            <LevelIcon level="problem" />
            {problem}
          </div>
        )}
        {warning !== null && (
          <div className={styles.line}>
            <LevelIcon level="warning" />
            {warning}
          </div>
        )}
      </div>
      {confirmation.findings.length > 0 && <FindingList findings={confirmation.findings} label={words.findings} />}
    </Section>
  )
}

/** Moves the focus to the field that was found unfit, each time that it was. */
const useUnfitFocus = (confirmation: ConfirmationState, area: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const { unfit } = confirmation
    if (unfit !== null) area.current?.querySelectorAll('input')[unfit]?.focus()
  }, [confirmation, area])
}

const stateOf = ({ unfit, doubtful }: ConfirmationState, index: number) => {
  if (unfit === index) return { validationState: 'error' } as const
  return doubtful.includes(index) ? ({ validationState: 'warning' } as const) : {}
}
