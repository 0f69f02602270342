import { Button } from '@fluentui/react-components'
import { go } from '../../stores/navigation-store.ts'

interface Props {
  readonly label: string
  readonly primary?: boolean
}

/** Leaves the batch's page, after a question where something was typed. A batch that runs goes on. */
export const LeaveBatchButton = ({ label, primary = false }: Props) => (
  <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => void go({ page: 'computers' })}>
    {label}
  </Button>
)
