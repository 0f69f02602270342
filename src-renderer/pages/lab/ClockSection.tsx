import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { timeText } from '../../format/time.ts'
import { advanceClock, loadLab, useLab } from '../../stores/lab-store.ts'
import { amounts, clock as words, lab } from '../../strings/lab/lab.ts'
import { OtherAmount } from './OtherAmount.tsx'
import { happenedSentences, whatHappened } from './what-happened.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  time: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontVariantNumeric: 'tabular-nums' },
  muted: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  // Keeps the height of the tiny spinner, so that nothing jumps when the clock moves on.
  busy: { minHeight: '24px' },
})

/** The Lab's clock, how to move it on, and what happened when it was. */
export const ClockSection = ({ overview }: { readonly overview: LabOverview }) => {
  const styles = useStyles()
  const changing = useLab((state) => state.changing)
  const advanced = useLab((state) => state.advanced)
  const sentences = advanced === null ? [] : happenedSentences(whatHappened(advanced))
  const advance = async (minutes: number): Promise<void> => {
    const done = await advanceClock(minutes)
    if (done !== null) announce(happenedSentences(whatHappened(done)).join(' '))
  }
  const refresh = async (): Promise<void> => {
    await loadLab()
    announce(lab.refreshed)
  }
  return (
    <Section title={words.heading}>
      <div className={styles.row}>
        <span>{words.now}</span>
        <time className={styles.time} dateTime={overview.now}>
          {timeText(overview.now)}
        </time>
        <Button
          size="small"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={changing !== null}
          onClick={() => void refresh()}
        >
          {lab.refresh}
        </Button>
      </div>
      <p className={styles.muted}>{words.intro}</p>
      <fieldset className={mergeClasses(styles.row, styles.group)} aria-label={words.group}>
        <span aria-hidden="true">{words.advance}</span>
        {amounts.map(({ minutes, label }) => (
          <Button
            key={minutes}
            aria-label={`${words.advance} ${label}`}
            disabledFocusable={changing !== null}
            onClick={() => void advance(minutes)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <OtherAmount disabled={changing !== null} onAdvance={(minutes) => void advance(minutes)} />
      <div className={styles.busy}>
        {changing === 'lab.advance' ? (
          <Spinner size="tiny" label={words.advancing} style={{ justifyContent: 'flex-start' }} />
        ) : (
          sentences.length > 0 && (
            <Panel level="info" title={words.happened}>
              <ul className={styles.list} aria-label={words.happened}>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Panel>
          )
        )}
      </div>
    </Section>
  )
}
