import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { useStore } from 'zustand'
import type { StepUndo } from '../../../src-main/contract/models/undo.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SecretField } from '../../components/SecretField.tsx'
import { Section } from '../../components/Section.tsx'
import { useFieldFocus } from '../../components/use-field-focus.ts'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { CancelButton } from '../../plan/LeaveButton.tsx'
import { common } from '../../strings/common.ts'
import { undo as words } from '../../strings/undo.ts'
import { canUndo, type Undo } from './undo-store.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  text: { margin: 0, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS, maxWidth: '860px' },
})

const sentence = (step: StepUndo): string => {
  switch (step.outcome) {
    case 'possible':
      return words.possible(step.title, step.steps)
    case 'impossible':
      return `${step.title}. ${step.reason}`
    case 'nothing-changed':
      return words.unchanged(step.title)
  }
}

const StepUndos = ({ title, steps }: { readonly title: string; readonly steps: readonly StepUndo[] }) => {
  const styles = useStyles()
  if (steps.length === 0) return null
  return (
    <Section title={title}>
      <ul className={styles.list} aria-label={title}>
        {steps.map((step) => (
          <li key={step.index} className={styles.item}>
            <LevelIcon level={step.outcome === 'possible' ? 'info' : 'skipped'} />
            <span>{sentence(step)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Step 1: what is put back, what stays as it is and why, and the password where it was forgotten. */
export const OfferStep = ({ undo }: { readonly undo: Undo }) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const { offer, password, complaint, proposing, error } = useStore(undo.store)
  useFieldFocus(complaint, area)
  const blocked = offer === null || !canUndo(offer)
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={0}
      heading={
        offer === null ? (error === null ? words.reading : words.readFailed) : words.offerHeading(offer.targetName)
      }
      onSubmit={() => void undo.next()}
      actions={
        <>
          {proposing && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button type="submit" appearance="primary" disabledFocusable={blocked || proposing}>
            {common.next}
          </Button>
          <CancelButton />
        </>
      }
    >
      {offer === null && error === null && <Spinner size="small" label={words.reading} />}
      {error !== null && <ErrorPanel error={error} {...(offer === null ? {} : { title: words.proposeFailed })} />}
      {offer !== null && (
        <div ref={area} className={styles.area}>
          {blocked ? (
            <Panel level="info" title={offer.steps.length === 0 ? words.noSteps : words.nothing} />
          ) : (
            <p className={styles.text}>{words.offerIntro(offer.planTitle)}</p>
          )}
          <StepUndos title={words.possibleTitle} steps={offer.steps.filter(({ outcome }) => outcome === 'possible')} />
          <StepUndos
            title={words.impossibleTitle}
            steps={offer.steps.filter(({ outcome }) => outcome !== 'possible')}
          />
          {!blocked && offer.passwordOf !== null && (
            <SecretField
              name="password"
              label={words.password(offer.passwordOf)}
              hint={words.passwordHint}
              show={words.showPassword}
              hide={words.hidePassword}
              value={password}
              complaint={complaint}
              onChange={undo.editPassword}
            />
          )}
        </div>
      )}
    </WizardFrame>
  )
}
