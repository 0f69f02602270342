import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import type { PlanStepView, Risk } from '../../src-main/contract/models/plan.ts'
import { riskNames } from '../strings/plan.ts'
import { review } from '../strings/set-up-kms-host/review.ts'
import { CommandText } from './CommandText.tsx'
import { CopyButton } from './CopyButton.tsx'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  headCell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    verticalAlign: 'top',
    // A long path in one column would leave the others no room.
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Neither a long command nor a long sentence may press the other into a column of syllables.
  wide: { minWidth: 'min(240px, 16vw)' },
  number: { width: '28px', color: tokens.colorNeutralForeground3 },
  risk: { width: '136px' },
  command: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  muted: { color: tokens.colorNeutralForeground3 },
  undo: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'pre-line' },
})

const riskColors: Record<Risk, 'subtle' | 'informative' | 'danger'> = {
  read: 'subtle',
  change: 'informative',
  irreversible: 'danger',
}

/** Of a step, what is fixed before it runs. */
type FrozenStep = Pick<PlanStepView, 'index' | 'title' | 'equivalent' | 'risk' | 'undo'>

/** The steps of a proposed plan: in words, as a command line, and what they change. */
export const StepTable = ({ steps }: { readonly steps: readonly FrozenStep[] }) => {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{review.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.headCell}>
            {review.number}
          </th>
          <th scope="col" className={styles.headCell}>
            {review.what}
          </th>
          <th scope="col" className={styles.headCell}>
            {review.command}
          </th>
          <th scope="col" className={styles.headCell}>
            {review.effect}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.index}>
            <td className={`${styles.cell} ${styles.number}`}>{step.index + 1}</td>
            <td className={`${styles.cell} ${styles.wide}`}>
              {step.title}
              {step.undo !== null && <div className={styles.undo}>{step.undo}</div>}
            </td>
            <td className={`${styles.cell} ${styles.wide}`}>
              {step.equivalent === null ? (
                <span className={styles.muted}>{review.noCommand}</span>
              ) : (
                <div className={styles.command}>
                  <CommandText text={step.equivalent} />
                  <CopyButton iconOnly text={step.equivalent} label={review.copyCommand(step.title)} />
                </div>
              )}
            </td>
            <td className={`${styles.cell} ${styles.risk}`}>
              <Badge appearance="tint" color={riskColors[step.risk]}>
                {riskNames[step.risk]}
              </Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
