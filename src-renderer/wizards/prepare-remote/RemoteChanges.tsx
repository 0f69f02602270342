import { Checkbox, Field, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Disclosure } from '../../components/Disclosure.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { prepareRemote as words } from '../../strings/prepare-remote.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import { FirewallFields } from './FirewallFields.tsx'
import { isChangeable, mayLift, remoteOptions, type RemoteFields } from './remote-fields.ts'
import { ScriptSection } from './ScriptSection.tsx'
import { useRemoteScript, type ScriptReading } from './use-remote-script.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, field: { maxWidth: '720px' } })

/** Step 2: what is changed, and the script that does the same where the computer cannot be reached. */
export const RemoteChanges = (props: OptionsProps<RemoteFields>) => {
  const styles = useStyles()
  const { fields, computer, edit, complaint } = props
  const { test, name } = computer
  const changeable = isChangeable(test)
  const reading = useRemoteScript(remoteOptions(fields, test))
  const [unfolded, setUnfolded] = useState(!changeable)
  const lifts = mayLift(test)
  return (
    <>
      <Panel level={changeable ? 'ok' : 'warning'} title={changeable ? words.works(name) : words.broken(name)}>
        <p className={styles.text}>{changeable ? words.worksText : words.brokenText}</p>
      </Panel>
      <FirewallFields {...props} wmiRulesOn={test.wmiRulesOn ?? null} findings={reading.answer?.findings ?? []} />
      <Section title={words.accounts}>
        <Field
          className={styles.field}
          hint={
            lifts ? `${test.tokenFilterLifted === true ? `${words.lifted} ` : ''}${words.liftHint}` : words.liftDomain
          }
        >
          <Checkbox
            name="liftTokenFilter"
            label={words.lift}
            disabled={!lifts}
            checked={fields.liftTokenFilter && lifts}
            onChange={(_, data) => edit({ liftTokenFilter: data.checked === true })}
          />
        </Field>
      </Section>
      {complaint?.field === 'script' && <Panel level="problem" alert title={complaint.message} />}
      <Disclosure title={words.scriptShow} open={unfolded} onToggle={setUnfolded}>
        <Script reading={reading} />
      </Disclosure>
    </>
  )
}

const Script = ({ reading: { answer, error } }: { readonly reading: ScriptReading }) => {
  const styles = useStyles()
  if (error !== null) return <ErrorPanel error={error} title={words.scriptFailed} />
  if (answer === null || answer.script === null) return <p className={styles.text}>{words.scriptWaits}</p>
  return <ScriptSection script={answer.script} />
}
