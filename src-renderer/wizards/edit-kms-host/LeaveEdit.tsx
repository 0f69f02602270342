import { Button } from '@fluentui/react-components'
import { go } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'

/** Cancel before the commit: back to the hosts, after a question where something was typed. */
export const LeaveEdit = () => <Button onClick={() => void go({ page: 'kms-hosts' })}>{common.cancel}</Button>
