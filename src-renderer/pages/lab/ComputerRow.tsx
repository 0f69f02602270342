import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { setPower, useLab } from '../../stores/lab-store.ts'
import { computers as words } from '../../strings/lab/computers.ts'
import { BrokenAtDots } from './BrokenAtDots.tsx'
import { useCellStyles } from './LabTable.tsx'
import { kmsHostText } from './licence-text.ts'
import { LicenceState } from './LicenceState.tsx'

const useStyles = makeStyles({
  kmsHost: { minWidth: '96px' },
  button: { whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  stack: { display: 'grid', rowGap: tokens.spacingVerticalXS, justifyItems: 'start' },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
})

interface Props {
  readonly computer: LabComputer
  /** ISO 8601: the Lab's clock. */
  readonly now: string
  /** How many faults can strike it. */
  readonly faults: number
  readonly onSetFault: () => void
}

/** One computer of the Lab. */
export const ComputerRow = ({ computer, now, faults, onSetFault }: Props) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const cells = useCellStyles()
  const changing = useLab((state) => state.changing !== null)
  const { host, fullName, role, osCaption, licence, power } = computer
  const isOn = power === 'on'
  const turn = async (): Promise<void> => {
    if (await setPower(host, isOn ? 'asleep' : 'on')) announce(isOn ? words.switchedOff(host) : words.switchedOn(host))
  }
  return (
    <tr>
      <th scope="row" className={cells.cell}>
        <div className={styles.name}>
          <BrokenAtDots text={fullName} />
        </div>
        <div className={cells.muted}>{role}</div>
      </th>
      <td className={cells.cell}>{osCaption.replace(/^Microsoft /, '')}</td>
      <td className={cells.cell}>
        {licence === null ? (
          <span className={cells.muted}>{words.noLicence}</span>
        ) : (
          <LicenceState licence={licence} now={now} />
        )}
      </td>
      <td className={mergeClasses(cells.cell, styles.kmsHost)}>
        {licence !== null && <BrokenAtDots text={kmsHostText(licence)} />}
      </td>
      <td className={cells.cell}>
        <div className={styles.stack}>
          <span className={styles.line}>
            <LevelIcon level={isOn ? 'ok' : 'skipped'} />
            {isOn ? words.on : words.off}
          </span>
          {faults > 0 && (
            <span className={styles.line}>
              <LevelIcon level="warning" />
              {words.faults(faults)}
            </span>
          )}
          <Button
            size="small"
            className={styles.button}
            aria-label={isOn ? words.switchOffNamed(host) : words.switchOnNamed(host)}
            disabledFocusable={changing}
            onClick={() => void turn()}
          >
            {isOn ? words.switchOff : words.switchOn}
          </Button>
          <Button
            size="small"
            className={styles.button}
            aria-label={words.setFaultNamed(host)}
            onClick={onSetFault}
            {...restoreFocus}
          >
            {words.setFault}
          </Button>
        </div>
      </td>
    </tr>
  )
}
