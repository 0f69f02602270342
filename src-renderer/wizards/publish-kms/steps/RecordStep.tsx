import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { common } from '../../../strings/common.ts'
import { record as words, stepNames, titles } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordFields } from './RecordFields.tsx'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  text: { margin: 0, maxWidth: '720px' },
})

/** Step 1: the record itself, or the one that is to be removed. */
export const RecordStep = ({ onLeave }: { readonly onLeave: () => void }) => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint, findings, busy, error } = useChangeState()
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(complaint, area)
  const rest = findings.filter((finding) => finding.level !== 'problem' || finding.field === undefined)
  return (
    <WizardFrame
      title={titles[draft.op]}
      stepNames={stepNames}
      step={0}
      heading={words.headings[draft.op]}
      onSubmit={() => void change.toWay()}
      actions={
        <>
          {busy === 'checking' && <Spinner size="tiny" labelPosition="after" label={words.checking} />}
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <Button onClick={onLeave}>{common.cancel}</Button>
        </>
      }
    >
      <div ref={area} className={styles.area}>
        {draft.op === 'remove' && draft.previous !== null ? (
          <>
            <Section title={words.removeWhat}>
              <RecordFacts domain={draft.record.domain} record={draft.previous} />
            </Section>
            <Panel level="warning" title={words.removeEffect}>
              <p className={styles.text}>{words.removeOwn}</p>
            </Panel>
          </>
        ) : (
          <>
            <RecordFields />
            {rest.length > 0 && (
              <Section title={words.checked}>
                <FindingList findings={rest} label={words.checked} />
              </Section>
            )}
            <p className={styles.text}>{words.priorityNote}</p>
          </>
        )}
        {error !== null && <ErrorPanel error={error} />}
        {draft.op === 'create' ? (
          <p className={styles.text}>{words.noUpdates}</p>
        ) : (
          <Panel level="info" title={words.replicationTitle}>
            <p className={styles.text}>{words.replication}</p>
          </Panel>
        )}
      </div>
    </WizardFrame>
  )
}
