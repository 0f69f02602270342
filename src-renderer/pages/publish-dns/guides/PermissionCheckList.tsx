import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import type { PermissionStep } from '../../../../src-main/contract/models/dns-survey.ts'
import { CodeBlock } from '../../../components/CodeBlock.tsx'
import { Section } from '../../../components/Section.tsx'
import { several as words } from '../../../strings/publish-dns/guides.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', rowGap: tokens.spacingVerticalL },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalXXXL,
  },
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly steps: readonly PermissionStep[]
  readonly done: readonly PermissionStep['id'][]
  readonly onTick: (id: PermissionStep['id'], on: boolean) => void
}

/** Steps to tick off, each with its commands. */
export const PermissionCheckList = ({ steps, done, onTick }: Props) => {
  const styles = useStyles()
  const ticked = steps.filter(({ id }) => done.includes(id)).length
  return (
    <Section title={words.steps}>
      <p className={styles.muted}>
        <output>{words.done(ticked, steps.length)}</output>. {words.remembered}
      </p>
      <ol className={styles.list} aria-label={words.steps}>
        {steps.map((step, index) => (
          <li key={step.id} className={styles.step}>
            <Checkbox
              label={`${index + 1}. ${step.title}`}
              checked={done.includes(step.id)}
              onChange={(_, data) => onTick(step.id, data.checked === true)}
            />
            <div className={styles.body}>
              <p className={styles.text}>{step.text}</p>
              <p className={styles.muted}>{words.where(step.where)}</p>
              {step.commands.map(({ label, text }) => (
                <div key={label}>
                  <p className={styles.muted}>{label}</p>
                  <CodeBlock text={text} copyLabel={words.copyCommand(label)} />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
