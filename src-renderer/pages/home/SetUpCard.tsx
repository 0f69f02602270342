import { Button } from '@fluentui/react-components'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import { Card } from '../../components/Card.tsx'
import { openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { home } from '../../strings/home.ts'

/** The way into the wizard. */
export const SetUpCard = () => (
  <Card
    icon={<ServerRegular />}
    title={home.setUpTitle}
    text={home.setUpBody}
    note={home.needs}
    actions={
      <Button appearance="primary" onClick={() => void openSetUpKmsHost({ kind: 'new' })}>
        {home.setUpButton}
      </Button>
    }
  />
)
