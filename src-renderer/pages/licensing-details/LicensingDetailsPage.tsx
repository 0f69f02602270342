import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { useKeptFocus } from '../../components/use-kept-focus.ts'
import { ComputerChoice } from '../../computer-choice/ComputerChoice.tsx'
import { NextSteps } from '../../computer-choice/NextSteps.tsx'
import { useChoice } from '../../computer-choice/use-choice.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { details as words } from '../../strings/licensing-details.ts'
import { typedName, type TargetFields } from '../../wizards/target-step/target-fields.ts'
import { createDetails } from './details-store.ts'
import { DetailsAnswer } from './DetailsAnswer.tsx'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  running: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
})

/** Everything that slmgr /dlv shows, of a chosen computer. @param computer one that was chosen already; null for none */
export const LicensingDetailsPage = ({ computer }: { readonly computer: TargetFields | null }) => {
  const styles = useStyles()
  const choice = useChoice(computer)
  const [reading] = useState(() => createDetails(bridge, choice))
  const { answer, scope, error, stopped, ...state } = useStore(reading.store)
  const { fields } = useStore(choice.store)
  const thisComputer = useAppInfo((app) => app.info?.computerName ?? '')
  useEffect(() => {
    if (computer !== null) void reading.read()
    return reading.dispose
  }, [reading, computer])
  useKeptFocus(`${state.reading} ${answer !== null}`)
  const read = (): void => void reading.read()
  return (
    <Page heading={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      {answer === null && !state.reading && <ComputerChoice choice={choice} button={words.read} onChosen={read} />}
      {state.reading && (
        <div className={styles.running}>
          <Spinner size="tiny" labelPosition="after" label={words.reading(typedName(fields, thisComputer))} />
          <Button onClick={reading.stop}>{words.stop}</Button>
        </div>
      )}
      {stopped && <output>{words.stopped}</output>}
      {error !== null && <ErrorPanel error={error} title={words.failed} />}
      {answer !== null && (
        <>
          <DetailsAnswer
            answer={answer}
            scope={scope}
            busy={state.reading}
            onScope={(chosen) => void reading.show(chosen)}
            onRefresh={read}
            onAnother={reading.chooseAnother}
          />
          <NextSteps computer={fields} here="licensing-details" />
        </>
      )}
    </Page>
  )
}
