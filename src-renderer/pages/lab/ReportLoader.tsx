import { Field, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { FileInput } from '../../components/FileInput.tsx'
import { loadReportFile, useLab } from '../../stores/lab-store.ts'
import { labReport as words } from '../../strings/lab/computers.ts'

const useStyles = makeStyles({ field: { maxWidth: '560px' } })

/** The computer that a report added or renewed; the last of the list where it took the place of an older report. */
const loadedName = (before: readonly LabComputer[], after: readonly LabComputer[]): string =>
  (after.find(({ host }) => !before.some((one) => one.host === host)) ?? after.at(-1))?.host ?? ''

/** Makes a saved report of "Check this computer" a computer of the Lab. */
export const ReportLoader = ({ computers }: { readonly computers: readonly LabComputer[] }) => {
  const [name, setName] = useState<string | null>(null)
  const load = async (file: File): Promise<void> => {
    setName(null)
    if (!(await loadReportFile(file))) return
    const loaded = loadedName(computers, useLab.getState().overview?.computers ?? [])
    setName(loaded)
    announce(words.loaded(loaded))
  }
  return (
    <>
      <Field label={words.label} hint={words.hint} className={useStyles().field}>
        {(props) => <FileInput {...props} name="report" accept=".json" forgets onPick={(file) => void load(file)} />}
      </Field>
      {name !== null && <p>{words.loaded(name)}</p>}
    </>
  )
}
