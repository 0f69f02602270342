import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import { computerChoices, computers as words } from '../../strings/lab/computers.ts'
import { faultsOn, filterComputers, type ComputerChoice } from './computer-filter.ts'
import { ComputerRow } from './ComputerRow.tsx'
import { LabTable } from './LabTable.tsx'
import { ReportLoader } from './ReportLoader.tsx'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  filter: { width: '320px', maxWidth: '100%' },
  muted: { color: tokens.colorNeutralForeground3 },
  none: { margin: 0 },
})

const choices = Object.keys(computerChoices) as readonly ComputerChoice[]
const columns = [words.name, words.windows, words.licence, words.kmsHost, words.power]

interface Props {
  readonly overview: LabOverview
  readonly onSetFault: (host: string) => void
}

/** The computers of the Lab, with a filter. */
export const ComputersTab = ({ overview, onSetFault }: Props) => {
  const styles = useStyles()
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<ComputerChoice>('all')
  const shown = filterComputers(overview, text, choice)
  const showAll = (): void => {
    setText('')
    setChoice('all')
  }
  return (
    <>
      <div className={styles.tools}>
        <Field label={words.filter} className={styles.filter}>
          <Input
            type="search"
            value={text}
            placeholder={words.filterHint}
            onChange={(_, data) => setText(data.value)}
          />
        </Field>
        <Field label={words.show}>
          <Select value={choice} onChange={(_, data) => setChoice(choices.find((one) => one === data.value) ?? 'all')}>
            {choices.map((one) => (
              <option key={one} value={one}>
                {computerChoices[one]}
              </option>
            ))}
          </Select>
        </Field>
        <output className={styles.muted}>{words.shown(shown.length, overview.computerCount)}</output>
      </div>
      {shown.length > 0 ? (
        <LabTable caption={words.caption} columns={columns} minWidth={720}>
          {shown.map((computer) => (
            <ComputerRow
              key={computer.host}
              computer={computer}
              now={overview.now}
              faults={faultsOn(overview.faults, computer.host).length}
              onSetFault={() => onSetFault(computer.host)}
            />
          ))}
        </LabTable>
      ) : (
        <div>
          <p className={styles.none}>{words.noMatch}</p>
          <Button onClick={showAll}>{words.showAll}</Button>
        </div>
      )}
      {overview.computers.length < overview.computerCount && (
        <p className={styles.none}>{words.first(overview.computers.length, overview.computerCount)}</p>
      )}
      <ReportLoader computers={overview.computers} />
    </>
  )
}
