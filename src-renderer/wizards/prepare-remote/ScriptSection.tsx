import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { prepareRemote as words } from '../../strings/prepare-remote.ts'
import type { RemoteScript } from '../../../src-main/contract/models/remote-management.ts'
import { useScriptSaving } from './use-script-saving.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  parts: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalM },
  part: { minWidth: 0 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  lines: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxWidth: '720px' },
})

/** The script, part by part with what each does; copied, or saved where the person says. */
export const ScriptSection = ({ script }: { readonly script: NonNullable<RemoteScript['script']> }) => {
  const styles = useStyles()
  const { state, save } = useScriptSaving(script)
  return (
    <>
      <div className={styles.row}>
        <Button name="script" disabledFocusable={state.phase === 'busy'} onClick={() => void save()}>
          {words.saveScript}
        </Button>
        <CopyButton large text={script.text} label={words.copyScript} />
        {state.phase === 'done' && <output>{state.saved ? words.saved : words.notSaved}</output>}
      </div>
      {state.phase === 'failed' && <ErrorPanel error={state.error} title={words.saveFailed} />}
      <p className={styles.title}>{words.howTo}</p>
      <ol className={styles.steps} aria-label={words.howTo}>
        {script.howTo.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.text}>{words.scriptIntro}</p>
      <ol className={styles.parts} aria-label={words.script}>
        {script.parts.map(({ title, explanation, lines }) => (
          <li key={title} className={styles.part}>
            <p className={styles.title}>{title}</p>
            <p className={styles.text}>{explanation}</p>
            <pre className={styles.lines}>{lines.join('\n')}</pre>
          </li>
        ))}
      </ol>
    </>
  )
}
