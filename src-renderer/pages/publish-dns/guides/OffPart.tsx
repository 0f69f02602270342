import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CodeBlock } from '../../../components/CodeBlock.tsx'
import { Section } from '../../../components/Section.tsx'
import { go } from '../../../stores/navigation-store.ts'
import { off as words } from '../../../strings/publish-dns/guides.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** How a KMS host is kept from publishing itself, and how that is taken back. */
export const OffPart = () => {
  const styles = useStyles()
  const way = (title: string, text: string, command: string) => (
    <Section title={title}>
      <p className={styles.text}>{text}</p>
      <CodeBlock text={command} copyLabel={words.copy(title)} />
    </Section>
  )
  return (
    <>
      <p className={styles.text}>{words.intro}</p>
      <div className={styles.row}>
        <Button onClick={() => void go({ page: 'kms-hosts' })}>{words.openHosts}</Button>
        <span>{words.hostsNote}</span>
      </div>
      {way(words.serviceTitle, words.service, words.serviceCommand)}
      {way(words.registryTitle, words.registry, words.registryCommand)}
      {way(words.onTitle, words.on, words.onCommand)}
      <Section title={words.afterTitle}>
        <p className={styles.text}>{words.after}</p>
      </Section>
    </>
  )
}
