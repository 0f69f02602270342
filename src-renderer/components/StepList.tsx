import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark'
import { common } from '../strings/common.ts'

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
  },
  currentNumber: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  doneNumber: { color: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorBrandStroke1}` },
})

interface Props {
  readonly names: readonly string[]
  /** Index of the present step, from 0. */
  readonly current: number
}

/** The wizard's steps in order, the present one marked. */
export const StepList = ({ names, current }: Props) => {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={common.steps}>
      {names.map((name, index) => (
        <li
          key={name}
          className={mergeClasses(styles.step, index === current && styles.current)}
          {...(index === current ? { 'aria-current': 'step' } : {})}
        >
          <span
            aria-hidden="true"
            className={mergeClasses(
              styles.number,
              index === current && styles.currentNumber,
              index < current && styles.doneNumber,
            )}
          >
            {index < current ? <CheckmarkFilled /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  )
}
