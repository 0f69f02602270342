import { makeStyles, tokens } from '@fluentui/react-components'
import type { ErrorLookup } from '../../../src-main/contract/models/error-lookup.ts'
import { CodeExplanation } from '../../components/CodeExplanation.tsx'
import { Panel } from '../../components/Panel.tsx'
import { errorLookup as words } from '../../strings/error-lookup.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalL },
  code: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The codes that were found in a text, each explained. */
export const LookupAnswer = ({ found }: { readonly found: ErrorLookup }) => {
  const styles = useStyles()
  if (found.codes.length === 0)
    return (
      <Panel level="info" title={words.none}>
        {words.noneHint}
      </Panel>
    )
  return (
    <>
      <ol className={styles.list} aria-label={words.results}>
        {found.codes.map((code) => (
          <li key={code.code} className={styles.code}>
            <h2 className={styles.heading}>{code.code}</h2>
            {(code.foundAs !== code.code || code.times > 1) && (
              <p className={styles.muted}>{words.foundAs(code.foundAs, code.times)}</p>
            )}
            <CodeExplanation code={code} />
          </li>
        ))}
      </ol>
      {found.more > 0 && <p className={styles.muted}>{words.more(found.more)}</p>}
    </>
  )
}
