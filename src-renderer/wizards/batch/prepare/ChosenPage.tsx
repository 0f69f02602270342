import { Button, makeStyles } from '@fluentui/react-components'
import { useRef } from 'react'
import { useStore } from 'zustand'
import { mostBatchComputers } from '../../../../src-main/contract/models/batch.ts'
import { FactList } from '../../../components/FactList.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { VirtualTable } from '../../../components/VirtualTable.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { batchPrepare as words } from '../../../strings/batch/prepare.ts'
import { common } from '../../../strings/common.ts'
import type { BatchWizard } from '../batch-wizard.ts'
import { EnterPasswordsButton } from '../EnterPasswordsButton.tsx'
import { LeaveBatchButton } from '../LeaveBatchButton.tsx'
import { countedBy, misfitGroups, withoutMisfits } from './chosen-computers.ts'
import { licenceText, statusText, systemText } from './computer-text.ts'
import { MisfitChoice } from './MisfitChoice.tsx'
import type { Preparation } from './preparation.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  text: { margin: 0, maxWidth: '720px' },
})

interface Props<F extends object> {
  readonly wizard: BatchWizard<F>
  readonly preparation: Preparation<F>
}

/** Step 1: the chosen computers by what they are, and those for which the task makes no sense. */
export const ChosenPage = <F extends object>({ wizard, preparation }: Props<F>) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const { computers, leftOut, complaint } = useStore(preparation.store)
  useFieldFocus(complaint, area)
  const groups = misfitGroups(wizard, computers)
  const chosen = withoutMisfits(wizard, computers, leftOut)
  const tooMany = chosen.length > mostBatchComputers
  const locked = chosen.filter(({ passwordNeeded }) => passwordNeeded)
  const counted = (valueOf: Parameters<typeof countedBy>[1]) =>
    countedBy(chosen, valueOf)
      .map(([value, count]) => words.counted(value, count))
      .join(', ')
  return (
    <WizardFrame
      title={wizard.title}
      stepNames={words.stepNames}
      step={0}
      heading={words.computersHeading(computers.length)}
      onSubmit={() => !tooMany && preparation.next()}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={tooMany}>
            {common.next}
          </Button>
          <LeaveBatchButton label={common.cancel} />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <p className={styles.text}>{words.computersIntro}</p>
        {complaint !== null && <Panel level="problem" alert title={complaint.message} />}
        {tooMany && <Panel level="problem" alert title={words.tooMany(mostBatchComputers)} />}
        {groups.length > 0 && (
          <Section title={words.misfitsTitle}>
            {groups.map((group) => (
              <MisfitChoice
                key={group.misfit.key}
                group={group}
                leftOut={leftOut.has(group.misfit.key)}
                onChange={(on) => preparation.leaveOut(group.misfit.key, on)}
              />
            ))}
          </Section>
        )}
        {locked.length > 0 && (
          <Panel level="warning" title={words.passwordsTitle(locked.length)}>
            <p className={styles.text}>{words.passwords}</p>
            <EnterPasswordsButton
              computers={locked}
              body={words.passwordsBody}
              without={words.leaveLockedOut}
              onEntered={preparation.unlocked}
              onWithout={preparation.leaveLockedOut}
            />
          </Panel>
        )}
        <Section title={words.summary}>
          <p className={styles.text}>{words.remaining(chosen.length)}</p>
          {chosen.length > 0 && (
            <FactList
              facts={[
                [words.system, counted(systemText)],
                [words.licence, counted(licenceText)],
                [words.state, counted(statusText)],
              ]}
            />
          )}
        </Section>
        {chosen.length > 0 && (
          <VirtualTable
            caption={words.list}
            rows={chosen}
            keyOf={({ id }) => id}
            columns={[
              { name: words.name, width: '3fr', cell: ({ name }) => name },
              { name: words.system, width: '3fr', cell: systemText },
              { name: words.licence, width: '2fr', cell: licenceText },
              { name: words.state, width: '2fr', cell: statusText },
            ]}
          />
        )}
      </div>
    </WizardFrame>
  )
}
