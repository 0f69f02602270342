import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { undoableKinds } from '../../../src-main/contract/undoable-kinds.ts'
import { CommandText } from '../../components/CommandText.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { FactList } from '../../components/FactList.tsx'
import { LookUpButton } from '../../components/LookUpButton.tsx'
import { errorFacts } from '../../components/error-facts.tsx'
import { UndoButton } from '../../plan/UndoButton.tsx'
import { ExportButton } from '../../plan/ExportButton.tsx'
import { openKnownBatch } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'
import { sentenceOf } from '../../strings/errors.ts'
import { journal } from '../../strings/journal.ts'
import { entryAsText } from './journal-filter.ts'

const useStyles = makeStyles({
  detail: { display: 'grid', rowGap: tokens.spacingVerticalM, justifyItems: 'start', paddingLeft: '32px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const OpenBatchButton = ({ batchId }: { readonly batchId: string }) => (
  <Button size="small" onClick={() => void openKnownBatch(batchId, false)}>
    {journal.openBatch}
  </Button>
)

/** A line of a step whose change can be put back; whether its plan has ended is looked at when it is asked for. */
const isUndoable = ({ event, kind, step }: JournalEntry): boolean =>
  step !== null && (event === 'done' || event === 'found-done') && undoableKinds.has(kind)

/** Everything that a journal line says. */
export const JournalDetail = ({ entry }: { readonly entry: JournalEntry }) => {
  const styles = useStyles()
  const sentence = entry.error === null ? null : sentenceOf(entry.error)
  return (
    <div className={styles.detail}>
      <FactList
        facts={[
          [journal.plan, entry.planTitle],
          ...(entry.outcome === null ? [] : [[journal.result, entry.outcome] as const]),
          ...(entry.equivalent === null
            ? []
            : [[journal.command, <CommandText key="command" text={entry.equivalent} />] as const]),
          [journal.who, entry.who],
          [journal.line, `${entry.sequence}, ${entry.at}`],
          ...(sentence === null
            ? []
            : [
                [
                  entry.event === 'done' ? journal.left : journal.error,
                  `${sentence.message} ${common.whatToDo}${sentence.remedy}`,
                ] as const,
              ]),
          ...(entry.error === null ? [] : errorFacts(entry.error).filter(([label]) => label !== common.detail)),
          ...(entry.error?.detail === undefined ? [] : [[journal.technical, entry.error.detail] as const]),
        ]}
      />
      <div className={styles.actions}>
        <CopyButton text={entryAsText(entry)} label={journal.copyLine} />
        {entry.batchId === entry.planId ? (
          <ExportButton batchId={entry.batchId} />
        ) : (
          <ExportButton planId={entry.planId} />
        )}
        {entry.batchId !== null && <OpenBatchButton batchId={entry.batchId} />}
        {isUndoable(entry) && <UndoButton planId={entry.planId} />}
        {entry.error?.hresult !== undefined && <LookUpButton code={entry.error.hresult} />}
      </div>
    </div>
  )
}
