import type { EstateMap, MapClients } from '../../../src-main/contract/models/estate-map.ts'
import { Cell, DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { clientsName, hostStates, map as words } from '../../strings/deployment/map.ts'

const yesNo = (value: boolean): string => (value ? words.yes : words.no)

const RecordsTable = ({ domains }: Pick<EstateMap, 'domains'>) => (
  <Section title={words.records}>
    <DataTable
      caption={words.records}
      columns={[{ name: words.domain }, { name: words.record }, { name: words.state }]}
    >
      {domains.flatMap(({ domain, state, records }) =>
        records.length === 0
          ? [
              <tr key={domain}>
                <Cell header>{domain}</Cell>
                <Cell>–</Cell>
                <Cell>{words.domainStates[state]}</Cell>
              </tr>,
            ]
          : records.map(({ host, port, priority, weight, ...record }) => (
              <tr key={[domain, host, port, priority, weight].join(' ')}>
                <Cell header>{domain}</Cell>
                <Cell>{`${host}:${port}`}</Cell>
                <Cell>{words.recordStates[record.state]}</Cell>
              </tr>
            )),
      )}
    </DataTable>
  </Section>
)

const HostsTable = ({ hosts }: Pick<EstateMap, 'hosts'>) => (
  <Section title={words.hosts}>
    <DataTable
      caption={words.hosts}
      columns={[
        { name: words.host },
        { name: words.state },
        { name: words.known },
        { name: words.inDns },
        { name: words.count, numeric: true },
        { name: words.clients, numeric: true },
      ]}
    >
      {hosts.map((host) => (
        <tr key={host.key}>
          <Cell header>{host.name}</Cell>
          <Cell>{hostStates[host.state]}</Cell>
          <Cell>{yesNo(host.known)}</Cell>
          <Cell>{yesNo(host.inDns)}</Cell>
          <Cell numeric>{host.currentCount ?? words.notCounted}</Cell>
          <Cell numeric>{host.clients}</Cell>
        </tr>
      ))}
    </DataTable>
  </Section>
)

const figures = ['licensed', 'grace', 'notification', 'unlicensed', 'unknown'] as const

const ClientsTable = ({ clients, hosts }: Pick<EstateMap, 'clients' | 'hosts'>) => {
  const names = new Map(hosts.map(({ key, name }) => [key, name]))
  const hostOf = ({ host }: MapClients): string => (host === null ? words.noHost : (names.get(host) ?? host))
  return (
    <Section title={words.clientTable}>
      <DataTable
        caption={words.clientTable}
        columns={[
          { name: words.group },
          { name: words.leadsTo },
          { name: words.total, numeric: true },
          ...figures.map((state) => ({ name: words[state], numeric: true })),
        ]}
      >
        {clients.map((group) => (
          <tr key={group.key}>
            <Cell header>{clientsName(group)}</Cell>
            <Cell>{hostOf(group)}</Cell>
            <Cell numeric>{group.total}</Cell>
            {figures.map((state) => (
              <Cell key={state} numeric>
                {group.states[state]}
              </Cell>
            ))}
          </tr>
        ))}
      </DataTable>
    </Section>
  )
}

/** The map as tables: records, hosts, clients. */
export const MapTables = ({ map }: { readonly map: EstateMap }) => (
  <>
    {map.domains.length > 0 && <RecordsTable domains={map.domains} />}
    {map.hosts.length > 0 && <HostsTable hosts={map.hosts} />}
    {map.clients.length > 0 && <ClientsTable clients={map.clients} hosts={map.hosts} />}
  </>
)
