import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { Panel } from '../../../components/Panel.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { way as words } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'
import { KeyFields } from './KeyFields.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  text: { margin: 0, maxWidth: '720px' },
})

/** Port, zone and transport of a dynamic update, and whether it is signed. */
export const UpdateFields = () => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint } = useChangeState()
  const { way } = draft
  return (
    <>
      <div className={styles.row}>
        <TextField
          name="port"
          figure
          required
          label={words.port}
          hint={words.portHint}
          value={way.port}
          complaint={complaint}
          onChange={(port) => change.editWay({ port })}
        />
        <TextField
          name="zone"
          label={words.zone}
          hint={words.zoneHint}
          value={way.zone}
          complaint={complaint}
          onChange={(zone) => change.editWay({ zone })}
        />
      </div>
      <Field label={words.transport}>
        <RadioGroup
          layout="horizontal"
          value={way.transport}
          onChange={(_, data) => change.editWay({ transport: data.value === 'tcp' ? 'tcp' : 'auto' })}
        >
          <Radio value="auto" label={words.auto} />
          <Radio value="tcp" label={words.tcp} />
        </RadioGroup>
      </Field>
      <Field label={words.signing}>
        <RadioGroup
          value={way.signed ? 'signed' : 'unsigned'}
          onChange={(_, data) => change.editWay({ signed: data.value === 'signed' })}
        >
          <Radio value="signed" label={words.signed} />
          <Radio value="unsigned" label={words.unsigned} />
        </RadioGroup>
      </Field>
      {way.signed ? (
        <KeyFields />
      ) : (
        <Panel level="warning" alert title={words.unsignedTitle}>
          <p className={styles.text}>{words.unsignedBody}</p>
        </Panel>
      )}
    </>
  )
}
