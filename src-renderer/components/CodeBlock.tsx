import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from './CopyButton.tsx'

const useStyles = makeStyles({
  block: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
})

interface Props {
  readonly text: string
  /** Name of the button that copies it. */
  readonly copyLabel: string
}

/** Lines to paste elsewhere. A long line is broken to be read; it is copied whole. */
export const CodeBlock = ({ text, copyLabel }: Props) => {
  const styles = useStyles()
  return (
    <div className={styles.block}>
      <pre className={styles.text}>{text.trimEnd()}</pre>
      <CopyButton iconOnly text={text} label={copyLabel} />
    </div>
  )
}
