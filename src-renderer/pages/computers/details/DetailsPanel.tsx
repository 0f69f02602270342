import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { memo, useEffect, useRef } from 'react'
import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { LookUpButton } from '../../../components/LookUpButton.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { Section } from '../../../components/Section.tsx'
import { NextSteps } from '../../../computer-choice/NextSteps.tsx'
import { useLab } from '../../../stores/lab-store.ts'
import { outcomeLevels, outcomeNames } from '../../../strings/computers/outcomes.ts'
import { detailWords as words } from '../../../strings/computers/details.ts'
import { setDetailed } from '../table/view-store.ts'
import { useListener } from '../../../components/use-listener.ts'
import { KeptFields } from './KeptFields.tsx'
import { factsOf } from './facts.ts'
import { fieldsOf } from './fields-of.ts'

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    width: '380px',
    flexShrink: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    // Out of the flow of the page's height: the table decides how high both are.
    minHeight: 0,
    '@media (max-width: 1000px)': { width: '100%', flexShrink: 1, overflowY: 'visible' },
  },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  name: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0 },
})

interface Props {
  readonly row: ComputerRow
  /** Whether it takes the focus. */
  readonly wanted: boolean
  readonly onFocused: () => void
  /** Gives the focus back to the table. */
  readonly onLeave: () => void
}

/** One computer: what was read, what it means, what to do next, and what is kept with it. */
export const DetailsPanel = memo(({ row, wanted, onFocused, onLeave }: Props) => {
  const styles = useStyles()
  const overview = useLab((state) => state.overview)
  const panel = useRef<HTMLElement>(null)
  const close = (): void => {
    setDetailed(null)
    onLeave()
  }
  useEffect(() => {
    if (!wanted) return
    panel.current?.focus()
    onFocused()
  }, [wanted, onFocused])
  useListener(panel, 'keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} aria-label={words.title(row.name)}>
      <div className={styles.head}>
        <h2 className={styles.name}>{row.name}</h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.close}
          title={words.close}
          onClick={close}
        />
      </div>
      <Panel level={outcomeLevels[row.outcome]} title={outcomeNames[row.outcome]}>
        <p className={styles.text}>{row.outcomeText}</p>
        {row.outcomeNext !== null && (
          <p className={styles.text}>
            <strong>{words.next}:</strong> {row.outcomeNext}
          </p>
        )}
        {row.hresult !== null && row.hresult !== 0 && (
          <div>
            <LookUpButton code={row.hresult} />
          </div>
        )}
      </Panel>
      <Section title={words.read}>
        <FactList facts={factsOf(row)} />
      </Section>
      <NextSteps computer={fieldsOf(row, overview)} here="computers" />
      <KeptFields row={row} />
    </aside>
  )
})
DetailsPanel.displayName = 'DetailsPanel'
