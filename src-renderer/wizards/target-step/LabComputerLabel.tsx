import { makeStyles, tokens } from '@fluentui/react-components'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** A computer of the Lab: name, role, Windows version, state. */
export const LabComputerLabel = ({ computer }: { readonly computer: LabComputer }) => {
  const styles = useStyles()
  return (
    <>
      <span className={styles.name}>{computer.fullName}</span>
      <span className={styles.facts}>{[computer.role, computer.osCaption, computer.state].join(' · ')}</span>
    </>
  )
}
