import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { KmsClientRow, KmsRequests } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { CommandText } from '../../../components/CommandText.tsx'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { CodeWithMeaning } from '../../../components/CodeWithMeaning.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { timeText } from '../../../format/time.ts'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'
import { licenseStatusNames } from '../../../strings/licensing.ts'
import { filterClients } from './filter-clients.ts'

/** How many rows are shown before "Show all". */
const firstRows = 25

const useStyles = makeStyles({
  filter: { width: '320px', maxWidth: '100%' },
  more: { justifySelf: 'start' },
  muted: { color: tokens.colorNeutralForeground2 },
  answer: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  text: { margin: 0 },
})

const columns = [
  { name: words.computer },
  { name: words.lastAsked },
  { name: words.state },
  { name: words.answer },
  { name: words.count, numeric: true },
  { name: words.machineId },
]

/** Who asked: the one seen last first. */
export const ClientTable = ({ requests }: { readonly requests: KmsRequests }) => {
  const styles = useStyles()
  const [filter, setFilter] = useState('')
  const [all, setAll] = useState(false)
  const matching = filterClients(requests.clients, filter)
  const shown = all ? matching : matching.slice(0, firstRows)
  const unlisted = requests.clientTotal - requests.clients.length
  return (
    <>
      <p className={styles.text}>{words.whoTitle(requests.clientTotal)}.</p>
      {requests.clients.length > firstRows && (
        <Field label={words.filter} className={styles.filter}>
          <Input
            type="search"
            value={filter}
            placeholder={words.filterHint}
            onChange={(_, data) => setFilter(data.value)}
          />
        </Field>
      )}
      {shown.length === 0 ? (
        <p className={styles.text}>{words.noMatch}</p>
      ) : (
        <DataTable caption={words.who} columns={columns}>
          {shown.map((client) => (
            <Row key={client.cmid} client={client} />
          ))}
        </DataTable>
      )}
      {matching.length > shown.length && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          {words.showAll(matching.length)}
        </Button>
      )}
      {unlisted > 0 && <p className={styles.text}>{words.notListed(unlisted)}</p>}
    </>
  )
}

const Row = ({ client }: { readonly client: KmsClientRow }) => {
  const styles = useStyles()
  const [name = words.nameUnknown, ...others] = client.names
  const marks = [
    ...(others.length > 0 ? [words.alsoAs(others.join(', '))] : []),
    ...(client.virtualMachine === true ? [words.virtual] : []),
    ...(client.duplicate ? [words.duplicateMark] : []),
  ]
  return (
    <tr>
      <Cell header>
        {name}
        {marks.length > 0 && <span className={styles.muted}>{` (${marks.join('; ')})`}</span>}
      </Cell>
      <Cell>{timeText(client.lastSeen)}</Cell>
      <Cell>{licenseStatusNames[client.status]}</Cell>
      <Cell>
        <span className={styles.answer}>
          <LevelIcon level={client.lastCode === 0 ? 'ok' : 'warning'} />
          {client.lastCode === 0 ? (
            words.taken
          ) : (
            <span>
              {words.refused}, <CodeWithMeaning code={client.lastCode} />
            </span>
          )}
        </span>
      </Cell>
      <Cell numeric>{client.requests}</Cell>
      <Cell>
        <CommandText text={client.cmid.slice(-12)} />
      </Cell>
    </tr>
  )
}
