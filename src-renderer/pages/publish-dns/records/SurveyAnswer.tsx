import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useNow } from '../../../components/use-now.ts'
import { timeText } from '../../../format/time.ts'
import { page as words } from '../../../strings/publish-dns/page.ts'
import type { SurveyPhase } from '../survey-store.ts'
import { DomainAnswer, type OnOperation } from './DomainAnswer.tsx'

const useStyles = makeStyles({
  running: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
})

interface Props {
  readonly survey: SurveyPhase
  /** Null where the answer is only shown. */
  readonly onOperation: OnOperation | null
  readonly onCancel: () => void
  /** Shows this domain alone, where it was asked. */
  readonly only?: string
}

/** The look-up: not begun, under way, failed, or its answer. */
export const SurveyAnswer = ({ survey, onOperation, onCancel, only }: Props) => {
  const styles = useStyles()
  switch (survey.phase) {
    case 'none':
      return (
        <Panel level="info" title={words.emptyTitle}>
          <p className={styles.text}>{words.empty}</p>
        </Panel>
      )
    case 'asking':
      return (
        <div className={styles.running}>
          <Spinner size="tiny" labelPosition="after" label={words.asking} />
          <Elapsed since={survey.startedAt} />
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
      )
    case 'cancelled':
      return <output>{words.cancelled}</output>
    case 'failed':
      return <ErrorPanel error={survey.error} title={words.failed} />
    case 'answered': {
      const { answer } = survey
      const one = answer.domains.filter(({ domain }) => domain === only)
      const shown = one.length > 0 ? one : answer.domains
      return (
        <>
          {shown.map((domain) => (
            <DomainAnswer key={domain.domain} survey={domain} onOperation={onOperation} />
          ))}
          <p className={styles.muted}>
            {words.askedAt(timeText(answer.askedAt))}.{' '}
            {answer.knownHosts === null ? words.knownHostsNone : words.knownHosts(answer.knownHosts.join(', '))}
          </p>
        </>
      )
    }
  }
}

/** Seconds since the look-up began; nothing in the first one. */
const Elapsed = ({ since }: { readonly since: number }) => {
  const seconds = Math.floor((useNow() - since) / 1000)
  return seconds < 1 ? null : <span>{words.askingFor(seconds)}</span>
}
