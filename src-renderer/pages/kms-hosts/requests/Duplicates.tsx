import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsClientRow } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { CommandText } from '../../../components/CommandText.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** Machine IDs that several computers share, with the cure. Nothing where there are none. */
export const Duplicates = ({ clients }: { readonly clients: readonly KmsClientRow[] }) => {
  const styles = useStyles()
  const shared = clients.filter(({ duplicate }) => duplicate)
  if (shared.length === 0) return null
  return (
    <Panel level="warning" title={words.duplicatesTitle(shared.length)}>
      <p className={styles.text}>{words.duplicatesBody}</p>
      <ul className={styles.list}>
        {shared.map(({ cmid, names }) => (
          <li key={cmid}>
            {names.join(', ')} <CommandText text={cmid} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
