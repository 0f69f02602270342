import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import type { LicensingDetailsAnswer, ServiceDetails } from '../../../src-main/contract/models/licensing-details.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { durationText, placeTimeText } from '../../format/time.ts'
import { details as words, factLabels, groupTitles } from '../../strings/licensing-details.ts'
import { ProductPart } from './ProductPart.tsx'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

/** Seconds from which a difference of clocks is worth a word. */
const noticeable = 300
const refused = 4 * 3600

const ClockNote = ({ ahead }: { readonly ahead: number }) => {
  const amount = Math.abs(ahead)
  if (amount < noticeable) return null
  return (
    <Panel
      level={amount > refused ? 'problem' : 'warning'}
      title={words.clockOff(durationText(amount * 1000), ahead > 0)}
    >
      {amount > refused && words.clockRefused}
    </Panel>
  )
}

const subscriptionFacts = ({ subscription }: ServiceDetails): readonly (readonly [string, string])[] => {
  if (subscription?.edition === undefined || subscription.edition === null) return []
  const { edition, expiry } = subscription
  return [[groupTitles.subscription, edition], ...(expiry === null ? [] : [[factLabels.expiry, expiry] as const])]
}

interface Props {
  readonly answer: LicensingDetailsAnswer
  readonly scope: 'default' | 'all'
  readonly busy: boolean
  readonly onScope: (scope: 'default' | 'all') => void
  readonly onRefresh: () => void
  readonly onAnother: () => void
}

/** The licensing of one computer: how to copy it, then product after product. */
export const DetailsAnswer = ({ answer, scope, busy, onScope, onRefresh, onAnother }: Props) => {
  const styles = useStyles()
  const { details, texts } = answer
  const { service } = details
  return (
    <>
      <Section title={details.fullName}>
        <p className={styles.muted}>
          {`${details.osCaption}, ${details.osVersion}. ${words.readAt(placeTimeText(details.clock.time, details.clock.utcOffset))}`}
        </p>
        <div className={styles.tools}>
          <CopyButton text={texts.dlv} label={words.copyDlv} />
          <CopyButton text={texts.dli} label={words.copyDli} />
          <CopyButton text={texts.xpr} label={words.copyXpr} />
          <Button size="small" disabled={busy} onClick={onRefresh}>
            {words.refresh}
          </Button>
          <Button size="small" onClick={onAnother}>
            {words.another}
          </Button>
        </div>
        <Field label={words.scope}>
          <RadioGroup
            layout="horizontal"
            value={scope}
            onChange={(_, data) => onScope(data.value === 'all' ? 'all' : 'default')}
          >
            <Radio value="default" label={words.scopeDefault} disabled={busy} />
            <Radio value="all" label={words.scopeAll} disabled={busy} />
          </RadioGroup>
        </Field>
        <ClockNote ahead={details.clock.ahead} />
        {details.mayBeIncomplete && <Panel level="warning" title={words.incomplete} />}
        {details.products.length === 0 && (
          <Panel level="warning" title={words.noProducts}>
            {words.noProductsHint}
          </Panel>
        )}
      </Section>
      {details.products.map((product, index) => {
        const expiry = answer.expiry[index]
        return (
          expiry !== undefined && (
            <ProductPart key={product.activationId} details={details} product={product} expiry={expiry} />
          )
        )
      })}
      <Section title={words.service}>
        <FactList facts={[[words.version, service.version], ...subscriptionFacts(service)]} />
      </Section>
    </>
  )
}
