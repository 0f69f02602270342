import { makeStyles, tokens } from '@fluentui/react-components'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { CommandText } from '../../components/CommandText.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { Section } from '../../components/Section.tsx'
import { common } from '../../strings/common.ts'
import { running as words } from '../../strings/set-up-kms-host/running.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
})

/** Settings that Windows refuses before activation: why they wait, and how they are made afterwards. */
export const DeferredSettings = ({ deferred }: { readonly deferred: PlanView['deferred'] }) => {
  const styles = useStyles()
  if (deferred.length === 0) return null
  return (
    <Section title={words.deferredTitle}>
      <p className={styles.text}>{words.deferredIntro}</p>
      <ul className={styles.list} aria-label={words.deferredTitle}>
        {deferred.map(({ title, reason, equivalent }) => (
          <li key={title} className={styles.item}>
            <LevelIcon level="skipped" />
            <div>
              <p className={styles.title}>{title}</p>
              <p className={styles.text}>{reason}</p>
              {equivalent !== null && (
                <div className={styles.command}>
                  <CommandText text={equivalent} />
                  <CopyButton iconOnly text={equivalent} label={common.copyNamed(title)} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
