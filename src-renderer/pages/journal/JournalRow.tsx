import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useId, useState } from 'react'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { timeText } from '../../format/time.ts'
import { journal, journalEventNames } from '../../strings/journal.ts'
import { notActivatedYet } from '../../strings/plan.ts'
import { JournalDetail } from './JournalDetail.tsx'

const levels: Record<JournalEntry['event'], Finding['level']> = {
  committed: 'info',
  consented: 'info',
  'will-run': 'info',
  done: 'ok',
  failed: 'problem',
  unknown: 'warning',
  skipped: 'skipped',
  stopped: 'warning',
  resumed: 'info',
  'found-done': 'ok',
  'found-not-done': 'warning',
  finished: 'ok',
  discarded: 'skipped',
  waiting: 'info',
  provided: 'info',
}

const useStyles = makeStyles({
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  when: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  toggle: { minWidth: '24px', marginRight: tokens.spacingHorizontalXS },
  what: { display: 'flex', alignItems: 'flex-start' },
  outcome: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  title: { paddingTop: '2px' },
})

/** One line of the journal, with a button that opens its details below. */
export const JournalRow = ({ entry }: { readonly entry: JournalEntry }) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const detailId = useId()
  const isPending = entry.event === 'done' && entry.error?.code === 'activation-pending'
  return (
    <>
      <tr>
        <td className={`${styles.cell} ${styles.when}`}>{timeText(entry.at)}</td>
        <td className={styles.cell}>
          <div className={styles.what}>
            <Button
              size="small"
              appearance="subtle"
              className={styles.toggle}
              icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
              aria-label={journal.showLine(entry.title)}
              aria-expanded={open}
              aria-controls={detailId}
              onClick={() => setOpen(!open)}
            />
            <span className={styles.title}>{entry.title}</span>
          </div>
        </td>
        <td className={styles.cell}>{entry.target}</td>
        <td className={styles.cell}>
          <span className={styles.outcome}>
            <LevelIcon level={isPending ? 'warning' : levels[entry.event]} />
            {isPending ? notActivatedYet : journalEventNames[entry.event]}
          </span>
        </td>
      </tr>
      <tr id={detailId} hidden={!open}>
        <td colSpan={4} className={styles.cell}>
          {open && <JournalDetail entry={entry} />}
        </td>
      </tr>
    </>
  )
}
