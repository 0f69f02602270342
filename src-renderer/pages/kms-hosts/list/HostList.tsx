import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import type { KnownKmsHost } from '../../../../src-main/contract/models/known-kms-host.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { timeText } from '../../../format/time.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { ask } from '../../../stores/question-store.ts'
import { hosts as words, sourceWords } from '../../../strings/kms-hosts/hosts.ts'
import { hostKey, placeText } from '../host-ref.ts'
import type { KnownHosts, KnownHostsState } from '../known-hosts-store.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  host: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    paddingRight: tokens.spacingHorizontalS,
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  select: {
    flexGrow: 1,
    minWidth: '220px',
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
  warn: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'center' },
})

interface Props {
  readonly known: KnownHosts
  readonly hosts: readonly KnownKmsHost[]
  readonly selected: KnownHostsState['selected']
}

/** The known hosts; each can be chosen, and taken from the list. */
export const HostList = ({ known, hosts, selected }: Props) => {
  const styles = useStyles()
  const scenario = useLab((lab) => lab.overview?.scenario ?? null)
  const chosen = selected === null ? null : hostKey(selected)
  const remove = async (host: KnownKmsHost): Promise<void> => {
    const question = {
      title: words.removeTitle(host.name),
      body: words.removeBody,
      confirm: words.removeConfirm,
      cancel: words.keepIt,
    }
    if (host.source === 'dns' || (await ask(question))) await known.remove(host)
  }
  return (
    <ul className={styles.list} aria-label={words.list}>
      {hosts.map((entry) => {
        const { host, name, source, since } = entry
        const isChosen = hostKey(host) === chosen
        return (
          <li key={hostKey(host)} className={mergeClasses(styles.host, isChosen && styles.chosen)}>
            <Button
              appearance="transparent"
              className={styles.select}
              aria-pressed={isChosen}
              onClick={() => known.select(host)}
            >
              <span>
                <span className={styles.name}>{name}</span>{' '}
                <span className={styles.muted}>
                  {placeText(host, scenario)}
                  {source !== 'dns' && `, ${sourceWords[source](timeText(since))}`}
                </span>
                {source === 'dns' && (
                  <span className={styles.warn}>
                    , <LevelIcon level="warning" />
                    {sourceWords.dns(since)}
                  </span>
                )}
              </span>
            </Button>
            {source === 'dns' && (
              <Button size="small" aria-label={words.keepNamed(name)} onClick={() => void known.add(host)}>
                {words.keep}
              </Button>
            )}
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={words.remove(name)}
              title={words.remove(name)}
              onClick={() => void remove(entry)}
            />
          </li>
        )
      })}
    </ul>
  )
}
