import { makeStyles, tokens } from '@fluentui/react-components'
import type { LabLicence } from '../../../src-main/contract/models/lab.ts'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { computers as words } from '../../strings/lab/computers.ts'
import { useCellStyles } from './LabTable.tsx'
import { askedText, licenceEnd, licenceLevel } from './licence-text.ts'

const useStyles = makeStyles({ state: { display: 'flex', columnGap: tokens.spacingHorizontalXS } })

interface Props {
  readonly licence: LabLicence
  /** ISO 8601: the Lab's clock. */
  readonly now: string
}

/** The licence of a Lab computer: symbol and state, until when, the count of a host, the last attempt of a client. */
export const LicenceState = ({ licence, now }: Props) => {
  const styles = useStyles()
  const cells = useCellStyles()
  const end = licenceEnd(licence, now)
  const asked = askedText(licence)
  return (
    <div className={styles.state}>
      <LevelIcon level={licenceLevel(licence)} />
      <div>
        <div>
          {words.kinds[licence.kind]}, {licence.statusText}
        </div>
        {end !== null && <div className={cells.number}>{end}</div>}
        {licence.count !== null && <div>{words.counts(licence.count)}</div>}
        {asked !== null && <div className={cells.muted}>{asked}</div>}
      </div>
    </div>
  )
}
