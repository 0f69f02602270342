import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useStore } from 'zustand'
import { CsvField, type CsvReading } from '../../../../src-main/contract/models/estate-adding.ts'
import {
  addingWords as words,
  csvFieldNames,
  encodingNames,
  notRead,
  separatorNames,
} from '../../../strings/computers/adding.ts'
import type { Adding } from './add-store.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
})

const keyOf = <K extends string>(names: Readonly<Record<K, string>>, text: string): K | null =>
  (Object.keys(names) as K[]).find((key) => key === text) ?? null

/** How the picked file is read, as it was recognised; a change reads it again. */
export const CsvFields = ({ adding }: { readonly adding: Adding }) => {
  const styles = useStyles()
  const csv = useStore(adding.store, (state) => state.preview?.csv ?? null)
  if (csv === null) return null
  const readAs = (patch: Partial<CsvReading>): void => void adding.readAs(patch)
  const columns = csv.columns.map(({ field }) => field)
  return (
    <>
      <div className={styles.row}>
        <Field label={words.separator}>
          <Select
            value={csv.separator}
            onChange={(_, data) => readAs({ separator: keyOf(separatorNames, data.value), columns: null })}
          >
            {Object.entries(separatorNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.encoding}>
          <Select
            value={csv.encoding}
            onChange={(_, data) => readAs({ encoding: keyOf(encodingNames, data.value), columns: null })}
          >
            {Object.entries(encodingNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={words.header}
          checked={csv.header}
          onChange={(_, data) => readAs({ header: data.checked === true })}
        />
      </div>
      <div className={styles.row}>
        {csv.columns.slice(0, 12).map(({ title, field }, at) => (
          <Field key={at} label={words.column(title)}>
            <Select
              value={field ?? ''}
              onChange={(_, data) => {
                const chosen = keyOf(csvFieldNames, data.value)
                // One column alone holds each thing.
                const others = columns.map((one) => (one === chosen ? null : one))
                readAs({ header: csv.header, columns: others.with(at, chosen) })
              }}
            >
              <option value="">{notRead}</option>
              {CsvField.options.map((one) => (
                <option key={one} value={one}>
                  {csvFieldNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </>
  )
}
