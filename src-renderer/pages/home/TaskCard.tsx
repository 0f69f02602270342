import { Button } from '@fluentui/react-components'
import { Card } from '../../components/Card.tsx'
import type { HomeTask } from './tasks.tsx'

interface Props {
  readonly task: HomeTask
  /** Whether its button stands out: one task on the page does. */
  readonly primary: boolean
}

/** The way into a wizard. */
export const TaskCard = ({ task, primary }: Props) => (
  <Card
    icon={task.icon}
    title={task.title}
    text={task.text}
    note={task.needs}
    actions={
      <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => void task.open()}>
        {task.button}
      </Button>
    }
  />
)
