import { Button, makeStyles } from '@fluentui/react-components'
import { Panel } from '../../components/Panel.tsx'
import { refusalField } from './task-store.ts'
import type { TaskRefusal } from './task-wizard.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, link: { justifySelf: 'start' } })

/** Why the task is not for the tested computer, with the way to what is. */
export const Refusal = ({ refusal }: { readonly refusal: TaskRefusal }) => {
  const styles = useStyles()
  return (
    <Panel level="warning" alert title={refusal.title}>
      <p className={styles.text}>{refusal.text}</p>
      {refusal.link !== undefined && (
        <Button name={refusalField} className={styles.link} onClick={refusal.link.open}>
          {refusal.link.label}
        </Button>
      )}
    </Panel>
  )
}
