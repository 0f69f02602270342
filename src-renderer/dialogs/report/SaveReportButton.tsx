import { Button } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons/svg/document-arrow-down'
import { lazy, Suspense, useState } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { report as words } from '../../strings/deployment/report.ts'

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.tsx')).ReportDialog }))

interface Props {
  readonly place: EstatePlace
  /** Numbers of the selected computers. */
  readonly selection?: readonly number[]
  /** Numbers of the computers that a filter leaves. */
  readonly view?: readonly number[]
}

const none: readonly number[] = []

/** Opens the dialog "Save a report"; every opening begins anew. */
export const SaveReportButton = ({ place, selection = none, view = none }: Props) => {
  const [turn, setTurn] = useState(0)
  const [open, setOpen] = useState(false)
  const show = (): void => {
    setTurn(turn + 1)
    setOpen(true)
  }
  return (
    <>
      <Button icon={<DocumentArrowDownRegular />} onClick={show}>
        {words.open}
      </Button>
      {turn > 0 && (
        <Suspense>
          <ReportDialog
            key={turn}
            place={place}
            selection={selection}
            view={view}
            open={open}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
