import { makeStyles, Select, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { useLab } from '../../stores/lab-store.ts'
import { computers as words } from '../../strings/computers/page.ts'
import { choosePlace } from './place-store.ts'

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** Whether the computers of the network or of the Lab are shown. */
export const PlaceChoice = ({ kind }: { readonly kind: EstatePlace['place'] }) => {
  const styles = useStyles()
  const id = useId()
  const title = useLab((state) => state.overview?.title)
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{words.place}</label>
      <Select id={id} value={kind} onChange={(_, data) => choosePlace(data.value === 'lab' ? 'lab' : 'network')}>
        <option value="network">{words.network}</option>
        <option value="lab">{title === undefined ? words.labPlain : words.lab(title)}</option>
      </Select>
    </span>
  )
}
