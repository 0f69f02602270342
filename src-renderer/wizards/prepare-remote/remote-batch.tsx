import { Checkbox, Field, makeStyles } from '@fluentui/react-components'
import type { ScanOutcome } from '../../../src-main/contract/models/estate.ts'
import { Section } from '../../components/Section.tsx'
import { batchTasks } from '../../strings/batch/tasks.ts'
import { prepareRemote } from '../../strings/prepare-remote.ts'
import type { BatchOptionsProps, BatchWizard, Misfit } from '../batch/batch-wizard.ts'
import { FirewallFields } from './FirewallFields.tsx'
import { firewallOf, usualFields, type RemoteFields } from './remote-fields.ts'

const words = batchTasks.remote
const useStyles = makeStyles({ field: { maxWidth: '720px' } })
const silent: Misfit = { key: 'silent', title: words.silent, text: words.silentText }

/** What a scan came to where nothing can be changed over the network. */
const closed: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>([
  'name-not-found',
  'asleep',
  'refused',
  'access-denied',
  'wrong-password',
  'uac-filtered',
  'wmi-broken',
  'unsupported-version',
])

const Options = ({ fields, edit, complaint }: BatchOptionsProps<RemoteFields>) => {
  const styles = useStyles()
  return (
    <>
      <FirewallFields fields={fields} edit={edit} complaint={complaint} wmiRulesOn={null} findings={[]} />
      <Section title={prepareRemote.accounts}>
        <Field className={styles.field} hint={prepareRemote.liftHint}>
          <Checkbox
            name="liftTokenFilter"
            label={prepareRemote.lift}
            checked={fields.liftTokenFilter}
            onChange={(_, data) => edit({ liftTokenFilter: data.checked === true })}
          />
        </Field>
      </Section>
    </>
  )
}

/** Opens many computers that answer already to other subnets or accounts. */
export const remoteBatch: BatchWizard<RemoteFields> = {
  name: 'prepare-remote',
  title: words.title,
  optionsHeading: words.heading,
  initialFields: () => usualFields,
  fieldNames: ['profiles', 'subnets', 'options'],
  complaint: ({ firewall, liftTokenFilter }) =>
    firewall === 'keep' && !liftTokenFilter ? { field: 'options', message: words.nothing } : null,
  toDraft: (fields) => ({
    wizard: 'prepare-remote',
    firewall: firewallOf(fields),
    liftTokenFilter: fields.liftTokenFilter,
  }),
  misfit: ({ outcome }) => (closed.has(outcome) ? silent : null),
  Options,
  commit: words.commit,
}
