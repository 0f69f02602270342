import { makeStyles, tokens } from '@fluentui/react-components'
import type { BindWay } from '../../../../src-main/contract/models/dns.ts'
import type { BindText } from '../../../../src-main/contract/models/dns-survey.ts'
import { CodeBlock } from '../../../components/CodeBlock.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { bind as words } from '../../../strings/publish-dns/guides.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', rowGap: tokens.spacingVerticalXXL },
  way: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The ways to let KMS records into BIND, each with its danger and what to paste. */
export const BindWays = ({ text }: { readonly text: BindText }) => {
  const styles = useStyles()
  return (
    <>
      <Section title={words.ways}>
        <p className={styles.muted}>{words.secretNote}</p>
        <ol className={styles.list}>
          {text.ways.map((way, index) => (
            <li key={way.id}>
              <Way way={way} number={index + 1} />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={words.nsupdate}>
        <p className={styles.text}>{words.nsupdateHint}</p>
        <CodeBlock text={text.nsupdate} copyLabel={words.copyScript} />
      </Section>
    </>
  )
}

const Way = ({ way, number }: { readonly way: BindWay; readonly number: number }) => {
  const styles = useStyles()
  return (
    <div className={styles.way}>
      <h3 className={styles.title}>
        {number}. {way.title}
      </h3>
      <p className={styles.text}>{way.explanation}</p>
      <p className={styles.muted}>{way.automatic ? words.automatic : words.byHand}</p>
      {way.danger !== null && (
        <Panel level={way.id === 'any' ? 'problem' : 'warning'} title={words.danger}>
          <p className={styles.text}>{way.danger}</p>
        </Panel>
      )}
      {way.blocks.map((block) => (
        <div key={block.place} className={styles.way}>
          <p className={styles.muted}>{words.place(block.place)}</p>
          <CodeBlock text={block.text} copyLabel={words.copyBlock(block.place)} />
        </div>
      ))}
    </div>
  )
}
