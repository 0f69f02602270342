import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { Page } from '../../components/Page.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { loadLab, useLab } from '../../stores/lab-store.ts'
import { openPublishDns, type PublishDnsOpening } from '../../stores/navigation-store.ts'
import type { Operation } from '../../strings/publish-dns/change.ts'
import { page as words } from '../../strings/publish-dns/page.ts'
import type { DomainSurvey } from '../../../src-main/contract/models/dns-survey.ts'
import type { ChangeOpening } from '../../wizards/publish-kms/change-draft.ts'
import { ChangeWizard } from '../../wizards/publish-kms/ChangeWizard.tsx'
import { PublishPlan } from '../../wizards/publish-kms/PublishPlan.tsx'
import { createBind } from './guides/bind-store.ts'
import { BindPart } from './guides/BindPart.tsx'
import { OffPart } from './guides/OffPart.tsx'
import { createSeveral } from './guides/several-store.ts'
import { SeveralPart } from './guides/SeveralPart.tsx'
import { labDns } from './lab-dns.ts'
import { RecordsPart } from './records/RecordsPart.tsx'
import { AfterChange } from './records/AfterChange.tsx'
import { createDnsSurvey } from './survey-store.ts'

const parts = ['records', 'bind', 'several', 'off'] as const
type Part = (typeof parts)[number]
const partNames: Record<Part, string> = {
  records: words.tabRecords,
  bind: words.tabBind,
  several: words.tabSeveral,
  off: words.tabOff,
}

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px' },
  tabs: { flexWrap: 'wrap' },
})

const presentLab = () => labDns(useLab.getState().overview)

const openingOf = (
  op: Operation,
  { lookup, domain }: DomainSurvey,
  record: DomainSurvey['records'][number] | null,
  place: ChangeOpening['place'],
): ChangeOpening => ({
  op,
  place,
  domain,
  previous: record?.record ?? null,
  primary: lookup.outcome === 'asked' ? lookup.primary : '',
})

/** KMS records in DNS: what there is, changing it, and the guides around it. */
export const PublishDnsPage = ({ opening }: { readonly opening: PublishDnsOpening }) => {
  const styles = useStyles()
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer === true)
  const [surveyor] = useState(() => createDnsSurvey(bridge, canManage ? 'network' : 'lab', presentLab))
  const [changed, setChanged] = useState('')
  const [bind] = useState(() => createBind(bridge, ''))
  const [several] = useState(() => createSeveral(bridge, ''))
  const [part, setPart] = useState<Part>('records')
  const [change, setChange] = useState<ChangeOpening | null>(null)
  const { survey } = useStore(surveyor.store)
  const onEnded = useCallback(
    (domain: string): void => {
      setChanged(domain)
      void surveyor.lookUpWith(domain)
    },
    [surveyor],
  )
  useEffect(() => {
    void loadLab()
    return surveyor.dispose
  }, [surveyor])
  if (opening.kind === 'plan')
    return (
      <PublishPlan
        planId={opening.planId}
        resume={opening.resume}
        onClose={() => void openPublishDns({ kind: 'new' })}
      />
    )
  if (change !== null)
    return (
      <ChangeWizard
        opening={change}
        now={<AfterChange surveyor={surveyor} domain={changed} />}
        onEnded={onEnded}
        onClose={() => setChange(null)}
      />
    )
  const open = (op: Operation, domain: DomainSurvey, record: DomainSurvey['records'][number] | null): void => {
    if (survey.phase === 'answered') setChange(openingOf(op, domain, record, survey.place))
  }
  return (
    <Page heading={words.heading}>
      <p className={styles.text}>{words.intro}</p>
      <TabList
        className={styles.tabs}
        aria-label={words.tabs}
        selectedValue={part}
        onTabSelect={(_, data) => setPart(parts.find((one) => one === data.value) ?? 'records')}
      >
        {parts.map((one) => (
          <Tab key={one} value={one} id={`part-${one}`} aria-controls="part">
            {partNames[one]}
          </Tab>
        ))}
      </TabList>
      <div id="part" role="tabpanel" aria-labelledby={`part-${part}`} className={styles.part}>
        {part === 'records' && <RecordsPart surveyor={surveyor} onOperation={open} />}
        {part === 'bind' && <BindPart guide={bind} />}
        {part === 'several' && <SeveralPart guide={several} />}
        {part === 'off' && <OffPart />}
      </div>
    </Page>
  )
}
