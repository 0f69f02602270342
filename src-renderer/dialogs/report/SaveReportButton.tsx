import { Button } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons/svg/document-arrow-down'
import { lazy, memo, Suspense, useState } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { report as words } from '../../strings/deployment/report.ts'

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.tsx')).ReportDialog }))

/** Computers that a report can be about instead of all; no numbers where there is no such choice. */
export interface ReportChoice {
  readonly selection: readonly number[]
  /** Those that a filter leaves. */
  readonly view: readonly number[]
  /** What a report of the view calls it. */
  readonly viewLabel: string
}

interface Props {
  readonly place: EstatePlace
  readonly size?: 'small' | 'medium'
  /** Asked when the dialog is opened. */
  readonly choice?: () => ReportChoice
}

const allAlone = (): ReportChoice => ({ selection: [], view: [], viewLabel: words.viewLabel('') })

/** Opens the dialog "Save a report"; every opening begins anew. */
export const SaveReportButton = memo(({ place, size = 'medium', choice = allAlone }: Props) => {
  const [opened, setOpened] = useState<{ readonly turn: number; readonly choice: ReportChoice } | null>(null)
  const [open, setOpen] = useState(false)
  const show = (): void => {
    setOpened((before) => ({ turn: (before?.turn ?? 0) + 1, choice: choice() }))
    setOpen(true)
  }
  return (
    <>
      <Button size={size} icon={<DocumentArrowDownRegular />} onClick={show}>
        {words.open}
      </Button>
      {opened !== null && (
        <Suspense>
          <ReportDialog
            key={opened.turn}
            place={place}
            choice={opened.choice}
            open={open}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
})
SaveReportButton.displayName = 'SaveReportButton'
