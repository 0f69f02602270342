import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import { forgetFailure } from '../../stores/lab-store.ts'
import { lab as words } from '../../strings/lab/lab.ts'
import { AccountsTab } from './AccountsTab.tsx'
import { ComputersTab } from './ComputersTab.tsx'
import { FaultDialog } from './FaultDialog.tsx'
import { FaultsTab } from './FaultsTab.tsx'
import { TelephoneTab } from './TelephoneTab.tsx'
import { ZonesTab } from './ZonesTab.tsx'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  list: { flexWrap: 'wrap' },
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
})

const names = ['computers', 'faults', 'zones', 'accounts', 'telephone'] as const
type Name = (typeof names)[number]

/** The parts of the Lab, one at a time. */
export const LabTabs = ({ overview }: { readonly overview: LabOverview }) => {
  const styles = useStyles()
  const id = useId()
  const [selected, setSelected] = useState<Name>('computers')
  const [fault, setFault] = useState({ open: false, host: '*', turn: 0 })
  const openFault = (host: string): void => {
    forgetFailure()
    setFault(({ turn }) => ({ open: true, host, turn: turn + 1 }))
  }
  const labels: Record<Name, string> = {
    computers: words.tabComputers(overview.computerCount),
    faults: words.tabFaults(overview.faults.length),
    zones: words.tabZones(overview.zones.length),
    accounts: words.tabAccounts,
    telephone: words.tabTelephone,
  }
  const panel = (): ReactNode => {
    switch (selected) {
      case 'computers':
        return <ComputersTab overview={overview} onSetFault={openFault} />
      case 'faults':
        return <FaultsTab faults={overview.faults} onSetFault={() => openFault('*')} />
      case 'zones':
        return <ZonesTab zones={overview.zones} />
      case 'accounts':
        return <AccountsTab overview={overview} />
      case 'telephone':
        return <TelephoneTab />
    }
  }
  return (
    <div className={styles.area}>
      <TabList
        className={styles.list}
        aria-label={words.tabs}
        selectedValue={selected}
        onTabSelect={(_, data) => setSelected(names.find((name) => name === data.value) ?? 'computers')}
      >
        {names.map((name) => (
          <Tab key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`}>
            {labels[name]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className={styles.panel}>
        {panel()}
      </div>
      {fault.turn > 0 && (
        <FaultDialog
          key={fault.turn}
          open={fault.open}
          host={fault.host}
          computers={overview.computers}
          onClose={() => setFault((present) => ({ ...present, open: false }))}
        />
      )}
    </div>
  )
}
