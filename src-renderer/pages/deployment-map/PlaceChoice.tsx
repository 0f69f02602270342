import { makeStyles, Select, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { useLab } from '../../stores/lab-store.ts'
import { place as words } from '../../strings/deployment/place.ts'
import { choosePlaceKind } from './use-place.ts'

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** Whether the computers of the network or of the Lab are shown. */
export const PlaceChoice = ({ place }: { readonly place: EstatePlace }) => {
  const styles = useStyles()
  const id = useId()
  const title = useLab((state) => state.overview?.title ?? '')
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{words.label}</label>
      <Select
        id={id}
        value={place.place}
        onChange={(_, data) => choosePlaceKind(data.value === 'lab' ? 'lab' : 'network')}
      >
        <option value="network">{words.network}</option>
        <option value="lab">{words.lab(title)}</option>
      </Select>
    </span>
  )
}
