import { Button, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { HostChange } from '../../../../src-main/contract/models/kms-host-settings.ts'
import type { KnownKmsHost } from '../../../../src-main/contract/models/known-kms-host.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { useNow } from '../../../components/use-now.ts'
import { timeText } from '../../../format/time.ts'
import { openEditKmsHost } from '../../../stores/navigation-store.ts'
import { common } from '../../../strings/common.ts'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'
import { createOverview, spans } from '../overview-store.ts'
import { AccountForm } from './AccountForm.tsx'
import { HostOverview } from './HostOverview.tsx'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  muted: { color: tokens.colorNeutralForeground2 },
  running: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** The chosen host: reads it at once, and shows what came back. Give it a `key` per host. */
export const SelectedHost = ({ known }: { readonly known: KnownKmsHost }) => {
  const styles = useStyles()
  const [overview] = useState(() => createOverview(bridge, known.host))
  const state = useStore(overview.store)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void overview.read()
    return overview.dispose
  }, [overview])
  const { answer, target, error, readingSince, days } = state
  const needsAccount = error?.code === 'access-denied' || error?.code === 'wrong-password'
  const canUseAccount = known.host.place !== 'this-computer'
  const chooseDays = (value: string): void => {
    const span = spans.find((one) => String(one) === value)
    if (span !== undefined) void overview.setDays(span)
  }
  const edit = async (setting: HostChange['setting']): Promise<void> => {
    if (target === null) return
    overview.handOver()
    await openEditKmsHost({ kind: 'setting', target, setting })
  }
  return (
    <Section title={known.name}>
      <div className={styles.tools}>
        <Button disabledFocusable={readingSince !== null} onClick={() => void overview.read()}>
          {words.refresh}
        </Button>
        <Field label={words.span}>
          <Select value={String(days)} onChange={(_, data) => chooseDays(data.value)}>
            {spans.map((span) => (
              <option key={span} value={String(span)}>
                {words.days(span)}
              </option>
            ))}
          </Select>
        </Field>
        {canUseAccount && (
          <Button appearance="subtle" aria-expanded={asking || needsAccount} onClick={() => setAsking(!asking)}>
            {words.accountToggle}
          </Button>
        )}
        {answer !== null && (
          <time dateTime={answer.snapshot.readAt} className={styles.muted}>
            {words.readAt(timeText(answer.snapshot.readAt))}
          </time>
        )}
      </div>
      {readingSince !== null && (
        <div className={styles.running}>
          <Spinner size="tiny" labelPosition="after" label={words.reading(known.name)} />
          <Elapsed since={readingSince} />
          <Button onClick={overview.cancel}>{words.cancel}</Button>
        </div>
      )}
      {state.cancelled && <output>{words.cancelled}</output>}
      {error !== null && (
        <ErrorPanel error={error} title={words.failed(known.name)}>
          <Button size="small" onClick={() => void overview.read()}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )}
      {canUseAccount && (asking || needsAccount) && (
        <AccountForm overview={overview} state={state} inLab={known.host.place === 'lab'} />
      )}
      {answer !== null && (
        <HostOverview answer={answer} span={words.days(days)} onEdit={(setting) => void edit(setting)} />
      )}
    </Section>
  )
}

/** Seconds since reading began; nothing in the first one. */
const Elapsed = ({ since }: { readonly since: number }) => {
  const seconds = Math.floor((useNow() - since) / 1000)
  return seconds < 1 ? null : <span>{words.readingFor(seconds)}</span>
}
