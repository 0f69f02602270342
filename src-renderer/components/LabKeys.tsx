import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { LabKeyKind } from '../../src-main/contract/models/lab.ts'
import { CommandText } from './CommandText.tsx'
import { CopyButton } from './CopyButton.tsx'
import { Section } from './Section.tsx'
import { useLab } from '../stores/lab-store.ts'
import { common } from '../strings/common.ts'
import { hostKey as words } from '../strings/set-up-kms-host/host-key.ts'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

interface Props {
  /** Keys of other kinds are of no use here. */
  readonly kind: LabKeyKind
  readonly title: string
  readonly onUse: (key: string) => void
}

/** The fictional keys of one kind that the Lab's scenario has. */
export const LabKeys = ({ kind, title, onUse }: Props) => {
  const styles = useStyles()
  const keys = useLab((lab) => lab.overview?.keys) ?? []
  return (
    <Section title={title}>
      <p className={styles.muted}>{words.labKeysHint}</p>
      <ul className={styles.list}>
        {keys
          .filter((each) => each.kind === kind)
          .map(({ label, key }) => (
            <li key={key} className={styles.item}>
              <CommandText text={key} />
              <CopyButton iconOnly text={key} label={common.copyNamed(label)} />
              <Button size="small" aria-label={`${words.useKey}: ${label}`} onClick={() => onUse(key)}>
                {words.useKey}
              </Button>
              <span className={styles.muted}>{label}</span>
            </li>
          ))}
      </ul>
    </Section>
  )
}
