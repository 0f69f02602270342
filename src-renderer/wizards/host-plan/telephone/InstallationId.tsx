import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import type { WaitingForInput } from '../../../../src-main/contract/models/telephone.ts'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { Section } from '../../../components/Section.tsx'
import { timeText } from '../../../format/time.ts'
import { telephone as words } from '../../../strings/telephone.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  blocks: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    maxWidth: '700px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, max-content))',
    gap: tokens.spacingHorizontalS,
  },
  block: {
    display: 'grid',
    justifyItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  letter: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  digits: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    letterSpacing: '0.06em',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The installation ID, large enough to be read aloud, to copy and to print. It is no secret. */
export const InstallationId = ({ waiting }: { readonly waiting: WaitingForInput }) => {
  const styles = useStyles()
  return (
    <Section title={words.readTitle}>
      <p className={styles.text}>{words.readHint}</p>
      <ol className={styles.blocks} aria-label={words.installationId}>
        {waiting.blocks.map(({ letter, digits }) => (
          <li key={letter} className={styles.block}>
            <span className={styles.letter}>{letter}</span>
            <span className={styles.digits}>{digits}</span>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <CopyButton text={waiting.formatted} label={words.copyId} />
        <Button size="small" icon={<PrintRegular />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <FactList
        facts={[
          [words.product, waiting.productName],
          [words.readAt, timeText(waiting.readAt)],
        ]}
      />
      <p className={styles.text}>{words.changes}</p>
    </Section>
  )
}
