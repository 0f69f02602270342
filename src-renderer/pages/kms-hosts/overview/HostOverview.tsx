import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostOverview } from '../../../../src-main/contract/models/kms-host-overview.ts'
import type { HostChange } from '../../../../src-main/contract/models/kms-host-settings.ts'
import { FactList } from '../../../components/FactList.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'
import { RequestsSection } from '../requests/RequestsSection.tsx'
import { CountSection } from './CountSection.tsx'
import { EndpointSection } from './EndpointSection.tsx'
import { SettingsSection } from './SettingsSection.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
})

interface Props {
  readonly answer: KmsHostOverview
  /** How far back the requests reach, in words. */
  readonly span: string
  /** Opens the edit of one setting. */
  readonly onEdit: (setting: HostChange['setting']) => void
}

/** Everything that was read of one host. */
export const HostOverview = ({ answer, span, onEdit }: Props) => {
  const styles = useStyles()
  const { snapshot, findings, isKmsHost } = answer
  return (
    <div className={styles.stack}>
      {snapshot.mayBeIncomplete && <Panel level="warning" title={words.mayBeIncomplete} />}
      {!isKmsHost && (
        <Panel level="problem" title={words.notHost(snapshot.computerName)}>
          <p className={styles.text}>{words.notHostBody}</p>
        </Panel>
      )}
      <FactList
        facts={[
          [words.windows, `${snapshot.osCaption} (${snapshot.osVersion})`],
          ...(isKmsHost
            ? [
                [words.channel, answer.channel ?? ''] as const,
                [words.licensed, answer.licensed ? words.licensedYes : words.licensedNo] as const,
              ]
            : []),
        ]}
      />
      {findings.length > 0 && (
        <Section title={words.findings}>
          <FindingList findings={findings} label={words.findings} />
        </Section>
      )}
      {isKmsHost && (
        <>
          <CountSection answer={answer} />
          <RequestsSection answer={answer} span={span} />
        </>
      )}
      <EndpointSection answer={answer} />
      {isKmsHost && <SettingsSection settings={answer.settings} onEdit={onEdit} />}
    </div>
  )
}
