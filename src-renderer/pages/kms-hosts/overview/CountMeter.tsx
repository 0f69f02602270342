import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { KmsThreshold } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'

const useStyles = makeStyles({
  area: {
    position: 'relative',
    display: 'grid',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalS,
    maxWidth: '560px',
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalXS, margin: 0 },
  // Chromium lays out its own bar as it likes: it is there for screen readers, and the bar below is drawn.
  meter: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  bar: {
    height: '16px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  filled: { height: '100%', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  reached: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly count: number | null
  readonly threshold: KmsThreshold
}

/** The count against what one kind of computer needs, as a bar and as a sentence. */
export const CountMeter = ({ count, threshold }: Props) => {
  const styles = useStyles()
  const titleId = useId()
  const { needed, of, missing, forecast } = threshold
  if (count === null) return null
  const reached = count >= needed
  const title = words.counted(count, needed, of)
  return (
    <div className={styles.area}>
      <p id={titleId} className={styles.title}>
        {title}
      </p>
      <meter className={styles.meter} aria-labelledby={titleId} min={0} max={needed} value={Math.min(count, needed)}>
        {title}
      </meter>
      <div className={styles.bar} aria-hidden="true">
        <div
          className={mergeClasses(styles.filled, reached && styles.reached)}
          style={{ width: `${Math.min(100, (count / needed) * 100)}%` }}
        />
      </div>
      <p className={styles.line}>
        <LevelIcon level={reached ? 'ok' : 'warning'} />
        {reached ? `${words.reachedText(of)}.` : `${words.notReachedText(of, missing ?? needed - count)}.`}
      </p>
      {!reached && <p className={styles.muted}>{forecast.sentence}</p>}
    </div>
  )
}
