import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import type { LabFault } from '../../../src-main/contract/models/lab-fault.ts'
import { announce } from '../../components/Announcer.tsx'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { clearFaults, useLab } from '../../stores/lab-store.ts'
import { faultKinds, faults as words } from '../../strings/lab/faults.ts'

const useStyles = makeStyles({
  intro: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  fault: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { flexGrow: 1, flexBasis: '320px', minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Props {
  readonly faults: readonly LabFault[]
  readonly onSetFault: () => void
}

/** The faults that are set, each with its way out. */
export const FaultsTab = ({ faults, onSetFault }: Props) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const changing = useLab((state) => state.changing !== null)
  const clear = async (id: string | null): Promise<void> => {
    if (await clearFaults(id)) announce(id === null ? words.allCleared : words.cleared)
  }
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.actions}>
        <Button onClick={onSetFault} {...restoreFocus}>
          {words.set}
        </Button>
        {faults.length > 0 && (
          <Button disabledFocusable={changing} onClick={() => void clear(null)}>
            {words.clearAll}
          </Button>
        )}
      </div>
      {faults.length === 0 ? (
        <p className={styles.intro}>{words.none}</p>
      ) : (
        <ul className={styles.list} aria-label={words.heading}>
          {faults.map((fault) => (
            <li key={fault.id} className={styles.fault}>
              <LevelIcon level={fault.left === 0 ? 'skipped' : 'warning'} />
              <div className={styles.text}>
                <div>{fault.description}</div>
                <div className={styles.muted}>{faultKinds[fault.effect.kind].sentence}</div>
              </div>
              <Button
                size="small"
                aria-label={words.clearNamed(fault.description)}
                disabledFocusable={changing}
                onClick={() => void clear(fault.id)}
              >
                {words.clear}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
