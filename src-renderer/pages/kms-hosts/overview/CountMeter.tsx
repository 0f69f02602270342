import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { KmsThreshold } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'

const useStyles = makeStyles({
  meter: { display: 'grid', rowGap: tokens.spacingVerticalXS, maxWidth: '560px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalXS, margin: 0 },
  bar: {
    appearance: 'none',
    display: 'block',
    width: '100%',
    height: '16px',
    '::-webkit-meter-inner-element': { display: 'block' },
    '::-webkit-meter-bar': {
      height: '16px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      backgroundColor: tokens.colorNeutralBackground1,
      backgroundImage: 'none',
    },
    '::-webkit-meter-optimum-value': { backgroundColor: tokens.colorBrandBackground, backgroundImage: 'none' },
  },
  reached: { '::-webkit-meter-optimum-value': { backgroundColor: tokens.colorStatusSuccessForeground1 } },
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
    <div className={styles.meter}>
      <p id={titleId} className={styles.title}>
        {title}
      </p>
      <meter
        className={mergeClasses(styles.bar, reached && styles.reached)}
        aria-labelledby={titleId}
        min={0}
        max={needed}
        value={Math.min(count, needed)}
      >
        {title}
      </meter>
      <p className={styles.line}>
        <LevelIcon level={reached ? 'ok' : 'warning'} />
        {reached ? `${words.reachedText(of)}.` : `${words.notReachedText(of, missing ?? needed - count)}.`}
      </p>
      {!reached && <p className={styles.muted}>{forecast.sentence}</p>}
    </div>
  )
}
