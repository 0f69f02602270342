import { Button, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components'
import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import { announce } from '../../components/Announcer.tsx'
import { Section } from '../../components/Section.tsx'
import { chooseScenario, resetLab, useLab } from '../../stores/lab-store.ts'
import { openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { loadUnfinishedPlans, useUnfinishedPlans } from '../../stores/unfinished-plans-store.ts'
import { scenario as words } from '../../strings/lab/lab.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { width: '280px', maxWidth: '100%' },
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
})

/** Titles of the plans that are not finished in a scenario. */
const unfinishedIn = async (scenario: string): Promise<readonly string[]> => {
  await loadUnfinishedPlans()
  const plans = useUnfinishedPlans.getState().plans ?? []
  return plans.flatMap(({ target, title }) => (target.place === 'lab' && target.scenario === scenario ? [title] : []))
}

/** Which scenario the Lab shows, what it is about, and its way back to the start. */
export const ScenarioSection = ({ overview }: { readonly overview: LabOverview }) => {
  const styles = useStyles()
  const scenarios = useLab((state) => state.scenarios)
  const changing = useLab((state) => state.changing)
  const list = scenarios?.scenarios ?? [{ name: overview.scenario, title: overview.title }]
  const choose = async (name: string): Promise<void> => {
    if (name === overview.scenario) return
    const plans = await unfinishedIn(overview.scenario)
    if (plans.length > 0) {
      const question = {
        title: words.leaveTitle(plans.length),
        body: words.leaveBody(plans),
        confirm: words.leaveConfirm,
        cancel: words.leaveCancel,
      }
      if (!(await ask(question))) return
    }
    if (await chooseScenario(name)) announce(words.chosen(list.find((one) => one.name === name)?.title ?? name))
  }
  const reset = async (): Promise<void> => {
    const question = {
      title: words.resetTitle(overview.title),
      body: words.resetBody,
      confirm: words.resetConfirm,
      cancel: words.resetCancel,
    }
    if ((await ask(question)) && (await resetLab())) announce(words.resetDone)
  }
  return (
    <Section title={words.heading}>
      <div className={styles.row}>
        <Select
          className={styles.field}
          aria-label={words.label}
          value={overview.scenario}
          disabled={changing !== null}
          onChange={(_, data) => void choose(data.value)}
        >
          {list.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
        <Button onClick={() => void openSetUpKmsHost({ kind: 'practise' })}>{words.practise}</Button>
        <Button disabledFocusable={changing !== null} onClick={() => void reset()}>
          {words.reset}
        </Button>
        {changing === 'lab.choose' && <Spinner size="tiny" label={words.choosing} />}
      </div>
      <p className={styles.text}>{overview.description}</p>
      <p className={styles.muted}>{words.folders}</p>
    </Section>
  )
}
