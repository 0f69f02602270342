import { makeStyles, tokens } from '@fluentui/react-components'
import type { ExplainedCode } from '../../src-main/contract/models/error-lookup.ts'
import { explanationAsText } from '../format/explanation-text.ts'
import { errorLookup as words, originNames } from '../strings/error-lookup.ts'
import { CopyButton } from './CopyButton.tsx'
import { FactList } from './FactList.tsx'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalS, justifyItems: 'start', minWidth: 0 },
  meaning: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalXXS },
})

const signed = (value: number): string => String(value | 0)

/** Everything that is known of one code: meaning, causes, steps, kind and source. */
export const CodeExplanation = ({ code }: { readonly code: ExplainedCode }) => {
  const styles = useStyles()
  const { meaning, causes, steps, source, value } = code
  return (
    <div className={styles.area}>
      <p className={styles.meaning}>{meaning ?? words.unknown}</p>
      {meaning === null && <p className={styles.text}>{code.originSentence}</p>}
      {causes.length > 0 && (
        <>
          <p className={styles.text}>{words.causes}</p>
          <ul className={styles.list}>
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </>
      )}
      {steps.length > 0 && (
        <>
          <p className={styles.text}>{meaning === null ? words.generalSteps : words.steps}</p>
          <ol className={styles.list}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      <FactList
        facts={[
          ...(code.symbol === null ? [] : [[words.symbol, code.symbol] as const]),
          [words.kind, originNames[code.origin]],
          ...(code.appliesTo.length === 0 ? [] : [[words.appliesTo, code.appliesTo.join(', ')] as const]),
          ...(value === null || value < 0x80000000 ? [] : [[words.signed, signed(value)] as const]),
          ...(source === null ? [] : [[words.source, source] as const]),
        ]}
      />
      {code.uncertain && <p className={styles.muted}>{words.uncertain}</p>}
      <CopyButton text={explanationAsText(code)} label={words.copy} />
    </div>
  )
}
