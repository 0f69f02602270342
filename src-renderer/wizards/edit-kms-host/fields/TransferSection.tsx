import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { announce } from '../../../components/Announcer.tsx'
import { CodeBlock } from '../../../components/CodeBlock.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { openEditKmsHost } from '../../../stores/navigation-store.ts'
import { editHost as words } from '../../../strings/edit-kms-host.ts'
import type { About } from '../about.ts'
import { useEdit } from '../use-edit.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

type ExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy' }
  | { readonly phase: 'done'; readonly saved: boolean; readonly text: string }
  | { readonly phase: 'failed'; readonly error: AppError }

/** Carries the settings of this host to others: export as a .reg file, import of one. */
export const TransferSection = ({ about }: { readonly about: About }) => {
  const styles = useStyles()
  const { exportSettings, handOver } = useEdit()
  const [state, setState] = useState<ExportState>({ phase: 'idle' })
  const save = async (): Promise<void> => {
    setState({ phase: 'busy' })
    const result = await exportSettings()
    if (!result.ok) return setState({ phase: 'failed', error: result.error })
    setState({ phase: 'done', ...result.value })
    announce(result.value.saved ? words.exported : words.notExported)
  }
  const openImport = (): void =>
    void handOver((target) => openEditKmsHost({ kind: 'setting', target, setting: 'registry-values' }))
  return (
    <Section title={words.transferTitle}>
      <p className={styles.text}>{words.transferBody}</p>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={state.phase === 'busy'} onClick={() => void save()}>
          {words.export}
        </Button>
        {about.setting !== 'registry-values' && (
          <Button size="small" onClick={openImport}>
            {words.import}
          </Button>
        )}
        {state.phase === 'busy' && <Spinner size="tiny" labelPosition="after" label={words.exporting} />}
        {state.phase === 'done' && <span>{state.saved ? words.exported : words.notExported}</span>}
      </div>
      {state.phase === 'done' && <CodeBlock text={state.text} copyLabel={words.copyFile} />}
      {state.phase === 'failed' && <ErrorPanel error={state.error} title={words.exportFailed} />}
    </Section>
  )
}
