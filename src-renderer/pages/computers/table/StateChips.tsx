import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useMemo } from 'react'
import { scanOutcomes } from '../../../../src-main/contract/models/estate.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { useComputers } from '../../../stores/computers-store.ts'
import { outcomeLevels, outcomeNames } from '../../../strings/computers/outcomes.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { toggleOutcome, useTableView } from './view-store.ts'

const useStyles = makeStyles({
  chips: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
})

const none: readonly string[] = []

/** How many computers are in which state; pressing one shows these alone. */
export const StateChips = memo(() => {
  const styles = useStyles()
  const entries = useComputers((state) => state.entries)
  const chosen = useTableView(({ filters }) => filters.find(({ column }) => column === 'outcome')?.values ?? none)
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const { row } of entries) found.set(row.outcome, (found.get(row.outcome) ?? 0) + 1)
    return found
  }, [entries])
  return (
    <ul aria-label={tableWords.states} className={styles.chips}>
      {scanOutcomes.map((outcome) => {
        const count = counts.get(outcome) ?? 0
        const pressed = chosen.includes(outcome)
        return count === 0 && !pressed ? null : (
          <li key={outcome}>
            <button
              type="button"
              aria-pressed={pressed}
              className={mergeClasses(styles.chip, pressed && styles.pressed)}
              onClick={() => toggleOutcome(outcome)}
            >
              <LevelIcon level={outcomeLevels[outcome]} />
              {tableWords.stateCount(outcomeNames[outcome], count)}
            </button>
          </li>
        )
      })}
    </ul>
  )
})
StateChips.displayName = 'StateChips'
