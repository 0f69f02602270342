import { makeStyles, tokens } from '@fluentui/react-components'
import type { LicenseSnapshot } from '../../../../src-main/contract/models/license-snapshot.ts'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { hostKey as words } from '../../../strings/set-up-kms-host/host-key.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The key that Windows has now, of which only the last five characters can be read. */
export const CurrentKey = ({ snapshot }: { readonly snapshot: LicenseSnapshot }) => {
  const styles = useStyles()
  const product = snapshot.products[0]
  return (
    <Section title={words.currentTitle}>
      {product === undefined || product.partialProductKey === null ? (
        <p className={styles.text}>{words.currentNone}</p>
      ) : (
        <Panel level={product.isKmsHost ? 'warning' : 'info'} title={words.current(product.partialProductKey)}>
          <p className={styles.muted}>{words.currentProduct(product.description)}</p>
          {product.isKmsHost && <p className={styles.text}>{words.currentHost}</p>}
        </Panel>
      )}
    </Section>
  )
}
