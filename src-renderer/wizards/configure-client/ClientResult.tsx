import { makeStyles } from '@fluentui/react-components'
import { Section } from '../../components/Section.tsx'
import { clientResult as words } from '../../strings/configure-client/result.ts'
import type { TaskEnd } from '../task-wizard/task-wizard.ts'
import { clientEnd, type ClientEnd } from './client-end-text.ts'
import { ClientState } from './ClientState.tsx'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

const next: Record<ClientEnd, string | null> = {
  activated: words.nextActivated,
  configured: words.nextConfigured,
  'not-activated': words.nextFailed,
  'not-configured': words.nextFailed,
  discarded: null,
}

/** What the page of the result adds: what to do next, and what the computer shows now. */
export const ClientResult = ({ plan }: TaskEnd) => {
  const styles = useStyles()
  const text = next[clientEnd(plan)]
  return (
    <>
      {text !== null && (
        <Section title={plan.state === 'failed' ? words.nextFailedTitle : words.nextTitle}>
          <p className={styles.text}>{text}</p>
        </Section>
      )}
      <ClientState target={plan.target} />
    </>
  )
}
