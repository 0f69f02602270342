import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { FindingList } from '../../components/FindingList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { useKeptFocus } from '../../components/use-kept-focus.ts'
import { useNow } from '../../components/use-now.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { target as words, type TargetStepWords } from '../../strings/target-step.ts'
import { SnapshotFacts } from './SnapshotFacts.tsx'
import type { TargetEffects } from './target-effects.ts'
import { typedName } from './target-fields.ts'
import { isUsable, type TargetState } from './target-machine.ts'

const useStyles = makeStyles({
  area: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    scrollMarginBottom: tokens.spacingVerticalL,
    outlineStyle: 'none',
  },
  start: { justifySelf: 'start' },
  running: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
})

interface Props {
  readonly state: TargetState
  readonly effects: TargetEffects
  readonly words: TargetStepWords
}

/** The connection test: each link by name, and what was read. */
export const ConnectionTest = (props: Props) => {
  const area = useRef<HTMLDivElement>(null)
  const { phase } = props.state.test
  useEffect(() => {
    // The fields above may fill the window: what Next answers must not stay below its edge.
    if (phase !== 'idle') area.current?.scrollIntoView({ block: 'nearest' })
  }, [phase])
  useKeptFocus(phase, area)
  return (
    <div ref={area} tabIndex={-1} className={useStyles().area}>
      <TestState {...props} />
    </div>
  )
}

const TestState = ({ state, effects, words: own }: Props) => {
  const styles = useStyles()
  const thisComputer = useAppInfo((app) => app.info?.computerName ?? '')
  const name = typedName(state.target, thisComputer)
  const { test } = state
  const button = (text: string) => (
    <Button className={styles.start} onClick={() => void effects.test()}>
      {text}
    </Button>
  )
  switch (test.phase) {
    case 'idle':
      return button(words.test)
    case 'running':
      return (
        <div className={styles.running}>
          <Spinner size="tiny" labelPosition="after" label={words.testing(name)} />
          <Elapsed since={test.startedAt} />
          <Button onClick={effects.cancelTest}>{words.cancelTest}</Button>
        </div>
      )
    case 'cancelled':
      return (
        <>
          <output>{words.testCancelled}</output>
          {button(words.testAgain)}
        </>
      )
    case 'failed':
      return (
        <>
          <ErrorPanel error={test.error} title={words.testHeading} />
          {button(words.testAgain)}
        </>
      )
    case 'done': {
      const { snapshot, findings, broken } = test.result
      const usable = isUsable(test)
      return (
        <Section title={words.testHeading}>
          <Panel
            level={usable ? 'ok' : 'problem'}
            alert
            title={usable ? own.passed(snapshot?.computerName ?? name) : failedText(own, name, broken)}
          />
          <FindingList findings={findings} label={words.testHeading} />
          {snapshot !== null && <SnapshotFacts snapshot={snapshot} />}
          {button(words.testAgain)}
        </Section>
      )
    }
  }
}

const failedText = ({ failed, failedAt }: TargetStepWords, name: string, link: string | null | undefined): string =>
  failedAt === undefined || link === null || link === undefined ? failed(name) : failedAt(name, link)

/** Seconds since the test began; nothing in the first one. */
const Elapsed = ({ since }: { readonly since: number }) => {
  const seconds = Math.floor((useNow() - since) / 1000)
  return seconds < 1 ? null : <span>{words.testingFor(seconds)}</span>
}
