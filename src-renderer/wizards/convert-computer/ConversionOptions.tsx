import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Section } from '../../components/Section.tsx'
import { convert as words } from '../../strings/convert-computer.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ConversionFields } from './conversion-fields.ts'
import { DirectionFields } from './DirectionFields.tsx'
import { MakFields } from './MakFields.tsx'
import { ToClientFields } from './ToClientFields.tsx'
import { useConversionAdvice } from './use-conversion-advice.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

/** The page "Conversion": what the computer is now, what it shall become, and the key for it. */
export const ConversionOptions = (props: OptionsProps<ConversionFields>) => {
  const styles = useStyles()
  const { state, again } = useConversionAdvice(props.computer.target)
  if (state.phase === 'looking') return <Spinner size="small" labelPosition="after" label={words.looking} />
  if (state.phase === 'failed')
    return (
      <ErrorPanel error={state.error} title={words.lookFailed}>
        <Button size="small" onClick={again}>
          {words.lookAgain}
        </Button>
      </ErrorPanel>
    )
  const { advice } = state
  const { direction } = props.fields
  const isPossible = advice.options.some((option) => option.direction === direction && option.refusal === null)
  return (
    <>
      <Section title={words.presentTitle}>
        <p className={styles.text}>{advice.present}</p>
      </Section>
      <DirectionFields {...props} advice={advice} />
      {isPossible &&
        (direction === 'kms-to-mak' ? <MakFields {...props} /> : <ToClientFields {...props} advice={advice} />)}
    </>
  )
}
