import { Button } from '@fluentui/react-components'
import { go } from '../stores/navigation-store.ts'
import { common } from '../strings/common.ts'

/** Cancel before the commit: leaves the wizard, after a question where something was typed. Never disabled. */
export const CancelButton = () => <Button onClick={() => void go({ page: 'home' })}>{common.cancel}</Button>

/** Close after the commit: leaves the page; the plan goes on. */
export const CloseButton = ({ primary = false }: { readonly primary?: boolean }) => (
  <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => void go({ page: 'home' })}>
    {common.close}
  </Button>
)
