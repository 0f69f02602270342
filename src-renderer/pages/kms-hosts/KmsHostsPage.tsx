import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { loadLab } from '../../stores/lab-store.ts'
import { openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { useShownHost } from '../../stores/shown-host-store.ts'
import { common } from '../../strings/common.ts'
import { hosts as words } from '../../strings/kms-hosts/hosts.ts'
import { hostKey } from './host-ref.ts'
import { createKnownHosts } from './known-hosts-store.ts'
import { AddHostForm } from './list/AddHostForm.tsx'
import { FindHostsForm } from './list/FindHostsForm.tsx'
import { HostList } from './list/HostList.tsx'
import { SelectedHost } from './overview/SelectedHost.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The KMS hosts that the app knows, and everything about the chosen one. */
export const KmsHostsPage = () => {
  const styles = useStyles()
  const [known] = useState(() => createKnownHosts(bridge, useShownHost.getState().host))
  const [form, setForm] = useState<'add' | 'find' | null>(null)
  const state = useStore(known.store)
  useEffect(() => {
    void loadLab()
    void known.load()
  }, [known])
  const { hosts, error, selected } = state
  useEffect(() => useShownHost.setState({ host: selected }), [selected])
  const chosen = selected === null ? undefined : hosts?.find(({ host }) => hostKey(host) === hostKey(selected))
  return (
    <Page heading={words.heading}>
      <p className={styles.text}>{words.intro}</p>
      <Section title={words.list}>
        {error !== null && (
          <ErrorPanel error={error} title={words.listFailed}>
            <Button size="small" onClick={() => void known.load()}>
              {common.tryAgain}
            </Button>
          </ErrorPanel>
        )}
        {hosts === null && error === null && <Spinner size="tiny" label={words.loading} />}
        {hosts !== null && hosts.length > 0 && <HostList known={known} hosts={hosts} selected={selected} />}
        {hosts?.length === 0 && (
          <Panel level="info" title={words.none}>
            <p className={styles.text}>{words.noneBody}</p>
          </Panel>
        )}
        <div className={styles.row}>
          <Button icon={<AddRegular />} aria-expanded={form === 'add'} onClick={() => setForm('add')}>
            {words.add}
          </Button>
          <Button icon={<SearchRegular />} aria-expanded={form === 'find'} onClick={() => setForm('find')}>
            {words.find}
          </Button>
          {hosts?.length === 0 && <Button onClick={() => void openSetUpKmsHost({ kind: 'new' })}>{words.setUp}</Button>}
        </div>
      </Section>
      {form === 'add' && <AddHostForm known={known} onClose={() => setForm(null)} />}
      {form === 'find' && <FindHostsForm known={known} state={state} onClose={() => setForm(null)} />}
      {chosen !== undefined && <SelectedHost key={hostKey(chosen.host)} known={chosen} />}
    </Page>
  )
}
