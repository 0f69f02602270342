import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ReportFormat, ReportPart, ReportScope } from '../../../src-main/contract/models/report.ts'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { common } from '../../strings/common.ts'
import { formats, partNames, report as words } from '../../strings/deployment/report.ts'
import type { ReportChoice } from './SaveReportButton.tsx'
import { createReportSaving, partOrder, type ScopeChoice } from './report-store.ts'

const useStyles = makeStyles({
  content: { display: 'grid', rowGap: tokens.spacingVerticalL },
  legend: { padding: 0 },
  missing: { color: tokens.colorStatusDangerForeground1 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  parts: { display: 'grid', justifyItems: 'start', border: 'none', margin: 0, padding: 0, minWidth: 0 },
})

interface Props {
  readonly place: EstatePlace
  readonly choice: ReportChoice
  readonly open: boolean
  readonly onClose: () => void
}

const scopeOf = (scope: ScopeChoice, { selection, view, viewLabel }: ReportChoice): ReportScope => {
  switch (scope) {
    case 'all':
      return { which: 'all' }
    case 'selection':
      return { which: 'computers', ids: [...selection], label: words.selectionLabel }
    case 'view':
      return { which: 'computers', ids: [...view], label: viewLabel }
  }
}

/** Asks what a report is to hold, and has main save it. */
export const ReportDialog = ({ place, choice, open, onClose }: Props) => {
  const styles = useStyles()
  const { selection, view } = choice
  const [report] = useState(() => createReportSaving(bridge, selection.length > 0 ? 'selection' : 'all'))
  const { format, parts, table, scope, saving } = useStore(report.store)
  useEffect(() => report.dispose, [report])
  const csv = format === 'csv'
  const missingId = useId()
  const missing = !csv && parts.length === 0
  const making = saving.phase === 'making'
  // A report that nobody waits for any more is given up, so that no question for its place comes later.
  const close = (): void => {
    report.dispose()
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{words.intro}</p>
            {(selection.length > 0 || view.length > 0) && (
              <Field label={words.scope}>
                <RadioGroup value={scope} onChange={(_, data) => report.edit({ scope: data.value as ScopeChoice })}>
                  <Radio value="all" label={words.all} />
                  {selection.length > 0 && <Radio value="selection" label={words.selection(selection.length)} />}
                  {view.length > 0 && <Radio value="view" label={words.view(view.length)} />}
                </RadioGroup>
              </Field>
            )}
            <Field label={words.format}>
              <RadioGroup value={format} onChange={(_, data) => report.edit({ format: data.value as ReportFormat })}>
                {(Object.keys(formats) as ReportFormat[]).map((one) => (
                  <HintedRadio key={one} value={one} label={formats[one].name} hint={formats[one].hint} />
                ))}
              </RadioGroup>
            </Field>
            {csv ? (
              <Field label={words.table} hint={words.tableHint}>
                <RadioGroup value={table} onChange={(_, data) => report.edit({ table: data.value as ReportPart })}>
                  {partOrder.map((part) => (
                    <Radio key={part} value={part} label={partNames[part]} />
                  ))}
                </RadioGroup>
              </Field>
            ) : (
              <fieldset className={styles.parts} {...(missing ? { 'aria-describedby': missingId } : {})}>
                <legend className={styles.legend}>{words.parts}</legend>
                {partOrder.map((part) => (
                  <Checkbox
                    key={part}
                    label={partNames[part]}
                    checked={parts.includes(part)}
                    onChange={(_, data) => report.choosePart(part, data.checked === true)}
                  />
                ))}
                <output id={missingId} className={styles.missing}>
                  {missing && words.partsMissing}
                </output>
              </fieldset>
            )}
            {making && <Spinner size="tiny" labelPosition="after" label={words.making} />}
            {saving.phase === 'failed' && <ErrorPanel error={saving.error} title={words.failed} />}
            {saving.phase === 'saved' && <output>{words.saved(saving.computers)}</output>}
            {saving.phase === 'given-up' && <output>{words.notSaved}</output>}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabledFocusable={making || missing}
              onClick={() => void report.save(place, scopeOf(scope, choice))}
            >
              {words.save}
            </Button>
            <Button onClick={close}>{common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
