import { Button, Field, makeStyles, Radio, RadioGroup, Spinner, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { common } from '../../../strings/common.ts'
import { stepNames, titles, way as words } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'
import { MicrosoftDnsFields } from './MicrosoftDnsFields.tsx'
import { UpdateFields } from './UpdateFields.tsx'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  option: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** Step 2: which server takes the change, and how it is told who asks. */
export const WayStep = ({ onLeave }: { readonly onLeave: () => void }) => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint, busy, error } = useChangeState()
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(complaint, area)
  const { way } = draft
  const { primary } = change.opening
  const option = (name: string, hint: string) => (
    <>
      {name}
      <span className={styles.option}>{hint}</span>
    </>
  )
  return (
    <WizardFrame
      title={titles[draft.op]}
      stepNames={stepNames}
      step={1}
      heading={words.heading}
      onSubmit={() => void change.toReview()}
      actions={
        <>
          {busy === 'proposing' && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button onClick={change.back}>{common.back}</Button>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <Button onClick={onLeave}>{common.cancel}</Button>
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <Field label={words.kind}>
          <RadioGroup
            name="kind"
            value={way.kind}
            onChange={(_, data) =>
              change.editWay({ kind: data.value === 'dynamic-update' ? 'dynamic-update' : 'microsoft-dns' })
            }
          >
            <Radio value="microsoft-dns" label={option(words.microsoft, words.microsoftHint)} />
            <Radio value="dynamic-update" label={option(words.update, words.updateHint)} />
          </RadioGroup>
        </Field>
        <TextField
          name="server"
          required
          label={words.server}
          hint={primary === '' ? words.serverHint : words.primary(primary.replace(/\.$/, ''))}
          value={way.server}
          complaint={complaint}
          onChange={(server) => change.editWay({ server })}
        />
        {way.kind === 'microsoft-dns' ? <MicrosoftDnsFields /> : <UpdateFields />}
        {error !== null && <ErrorPanel error={error} title={words.proposeFailed} />}
        <p className={styles.muted}>{words.reassurance}</p>
      </div>
    </WizardFrame>
  )
}
