import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type {
  ExpiryLine,
  LicensingDetails,
  ProductDetails,
} from '../../../src-main/contract/models/licensing-details.ts'
import { CodeWithMeaning } from '../../components/CodeWithMeaning.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCodeMeaning } from '../../components/use-code-meaning.ts'
import { Section } from '../../components/Section.tsx'
import { hresultText } from '../../format/hresult.ts'
import { common } from '../../strings/common.ts'
import { details as words, factLabels, groupTitles } from '../../strings/licensing-details.ts'
import { factGroups, type Fact, type FactGroup } from './facts.ts'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  value: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, maxWidth: '100%' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  group: { display: 'grid', rowGap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
})

const Value = ({ fact }: { readonly fact: Fact }) => {
  const styles = useStyles()
  const meaning = useCodeMeaning(fact.code ?? null)
  const text =
    fact.code === undefined ? fact.text : `${hresultText(fact.code)}${meaning === null ? '' : `: ${meaning}`}`
  return (
    <span className={styles.value}>
      <span className={styles.text}>{fact.code === undefined ? text : <CodeWithMeaning code={fact.code} />}</span>
      <CopyButton iconOnly text={text} label={common.copyNamed(factLabels[fact.name])} />
    </span>
  )
}

const Group = ({ group, facts }: FactGroup) => {
  const styles = useStyles()
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{groupTitles[group]}</h3>
      <FactList facts={facts.map((fact) => [factLabels[fact.name], <Value key={fact.name} fact={fact} />] as const)} />
    </div>
  )
}

interface Props {
  readonly details: LicensingDetails
  readonly product: ProductDetails
  readonly expiry: ExpiryLine
}

const Facts = ({ details, product, expiry }: Props) => {
  const styles = useStyles()
  const level = product.status === 1 ? 'ok' : product.partialProductKey === null ? 'skipped' : 'warning'
  return (
    <>
      <Panel level={level} title={expiry.sentence}>
        {expiry.slmgr !== null && (
          <p className={styles.muted}>
            {words.slmgrSays}: {expiry.slmgr}
          </p>
        )}
      </Panel>
      {factGroups(details, product, expiry.endsAt).map((one) => (
        <Group key={one.group} {...one} />
      ))}
    </>
  )
}

/** One product with everything that is known of it. One without a key is folded away. */
export const ProductPart = (props: Props) => {
  const { product } = props
  const [open, setOpen] = useState(false)
  if (product.partialProductKey !== null)
    return (
      <Section title={product.name}>
        <Facts {...props} />
      </Section>
    )
  return (
    <Disclosure title={product.name} open={open} onToggle={setOpen}>
      {open && <Facts {...props} />}
    </Disclosure>
  )
}
