import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { common } from '../../strings/common.ts'
import { editHost as words, settingWords } from '../../strings/edit-kms-host.ts'
import type { About } from './about.ts'
import { presentValue } from './edit-text.ts'
import { SettingFields } from './fields/SettingFields.tsx'
import { TransferSection } from './fields/TransferSection.tsx'
import { LeaveEdit } from './LeaveEdit.tsx'
import type { ValueStep } from './machine.ts'
import { useEdit } from './use-edit.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px' },
  text: { margin: 0, maxWidth: '720px' },
})

/** Step 1: what the setting is now, what it means, and its new value. */
export const ValuePage = ({ state, about }: { readonly state: ValueStep; readonly about: About }) => {
  const styles = useStyles()
  const edit = useEdit()
  const area = useRef<HTMLDivElement>(null)
  const { complaint } = state
  useEffect(() => {
    if (complaint !== null) area.current?.querySelector<HTMLElement>(`[name="${complaint.field}"]`)?.focus()
  }, [complaint])
  const { heading, meaning } = settingWords[about.setting]
  const now = presentValue(about.setting, state.settings)
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={0}
      heading={heading(about.host)}
      onSubmit={() => void edit.next()}
      actions={
        <>
          {state.proposing && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <LeaveEdit />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <p className={styles.text}>{meaning}</p>
        {now !== null && <FactList facts={[[words.now, now]]} />}
        {state.error !== null && <ErrorPanel error={state.error} title={words.proposeFailed} />}
        <SettingFields setting={about.setting} state={state} />
        <Panel level="info">
          <p className={styles.text}>{words.restart}</p>
        </Panel>
        {(about.setting === 'publish-list' || about.setting === 'registry-values') && <TransferSection about={about} />}
      </div>
    </WizardFrame>
  )
}
