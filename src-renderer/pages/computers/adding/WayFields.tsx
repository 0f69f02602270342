import { Checkbox, Field, Textarea } from '@fluentui/react-components'
import { useStore } from 'zustand'
import type { EstatePlace } from '../../../../src-main/contract/models/estate.ts'
import { AccountFields } from '../../../components/AccountFields.tsx'
import { FileInput } from '../../../components/FileInput.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { problemAt } from '../../../components/use-field-focus.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { addingWords as words } from '../../../strings/computers/adding.ts'
import type { Adding } from './add-store.ts'
import { CsvFields } from './CsvFields.tsx'

interface Props {
  readonly adding: Adding
  readonly place: EstatePlace
}

/** Where the computers come from: the fields of the chosen way. */
export const WayFields = ({ adding, place }: Props) => {
  const { way, fields, complaint } = useStore(adding.store)
  const overview = useLab((state) => state.overview)
  switch (way) {
    case 'text':
      return (
        <Field label={words.textLabel} hint={words.textHint} {...problemAt(complaint, 'text')}>
          <Textarea
            name="text"
            rows={6}
            resize="vertical"
            spellCheck={false}
            value={fields.text}
            onChange={(_, data) => adding.edit({ text: data.value })}
          />
        </Field>
      )
    case 'file':
      return (
        <>
          <Field
            label={words.fileLabel}
            hint={fields.file === null ? words.fileHint : words.picked(fields.file.name)}
            {...problemAt(complaint, 'file')}
          >
            <FileInput
              name="file"
              accept=".csv,.txt,.tsv"
              onPick={(file) => {
                adding.edit({ file })
                void adding.show()
              }}
            />
          </Field>
          <CsvFields adding={adding} />
        </>
      )
    case 'range':
      return (
        <Field label={words.rangeLabel} hint={words.rangeHint} {...problemAt(complaint, 'range')}>
          <Textarea
            name="range"
            rows={3}
            spellCheck={false}
            value={fields.range}
            onChange={(_, data) => adding.edit({ range: data.value })}
          />
        </Field>
      )
    case 'directory':
      return (
        <>
          <TextField
            name="name"
            label={words.directoryName}
            hint={words.directoryNameHint}
            value={fields.name}
            complaint={complaint}
            onChange={(name) => adding.edit({ name })}
          />
          <TextField
            name="ou"
            label={words.ou}
            hint={words.ouHint}
            value={fields.ou}
            complaint={complaint}
            onChange={(ou) => adding.edit({ ou })}
          />
          <TextField
            name="server"
            label={words.server}
            hint={place.place === 'lab' ? words.serverHintLab : words.serverHintNetwork}
            value={fields.server}
            complaint={complaint}
            onChange={(server) => adding.edit({ server })}
          />
          <Checkbox
            label={words.account}
            checked={fields.account}
            onChange={(_, data) => adding.edit({ account: data.checked === true })}
          />
          {fields.account && (
            <AccountFields
              user={fields.user}
              password={fields.password}
              complaint={complaint}
              onUser={(user) => adding.edit({ user })}
              onPassword={(password) => adding.edit({ password })}
            />
          )}
        </>
      )
    case 'scenario':
      return <p>{words.scenarioBody(overview?.title ?? '', overview?.computers.length ?? 0)}</p>
  }
}
