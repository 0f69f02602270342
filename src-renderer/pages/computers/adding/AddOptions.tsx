import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useStore } from 'zustand'
import { TextField } from '../../../components/TextField.tsx'
import { addingWords as words } from '../../../strings/computers/adding.ts'
import type { Adding } from './add-store.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
})

/** What all added computers get. @param known how many are in the list already */
export const AddOptions = ({ adding, known }: { readonly adding: Adding; readonly known: number }) => {
  const styles = useStyles()
  const fields = useStore(adding.store, (state) => state.fields)
  return (
    <>
      <div className={styles.row}>
        <TextField
          name="group"
          label={words.group}
          value={fields.group}
          complaint={null}
          onChange={(group) => adding.edit({ group })}
        />
        <TextField
          name="tags"
          label={words.tags}
          hint={words.tagsHint}
          value={fields.tags}
          complaint={null}
          onChange={(tags) => adding.edit({ tags })}
        />
      </div>
      {known > 0 && (
        <Checkbox
          label={words.updateKnown}
          checked={fields.updateKnown}
          onChange={(_, data) => adding.edit({ updateKnown: data.checked === true })}
        />
      )}
    </>
  )
}
