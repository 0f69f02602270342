import { Checkbox, makeStyles } from '@fluentui/react-components'
import { Panel } from '../../../components/Panel.tsx'
import { batchPrepare as words } from '../../../strings/batch/prepare.ts'
import type { MisfitGroup } from './chosen-computers.ts'
import { someNames } from './computer-text.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px', overflowWrap: 'anywhere' } })

interface Props {
  readonly group: MisfitGroup
  readonly leftOut: boolean
  readonly onChange: (leftOut: boolean) => void
}

/** The computers that the task does not fit for one reason, named; a person decides whether they are left out. */
export const MisfitChoice = ({ group: { misfit, computers }, leftOut, onChange }: Props) => {
  const styles = useStyles()
  return (
    <Panel level="warning" title={misfit.title(computers.length)}>
      <p className={styles.text}>{misfit.text}</p>
      <p className={styles.text}>{someNames(computers.map(({ name }) => name))}</p>
      <Checkbox
        name="leftOut"
        label={words.leaveOut(computers.length)}
        checked={leftOut}
        onChange={(_, data) => onChange(data.checked === true)}
      />
    </Panel>
  )
}
