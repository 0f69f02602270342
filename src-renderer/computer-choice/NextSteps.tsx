import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Section } from '../components/Section.tsx'
import { openCheckComputer, openLicensingDetails, openTaskWizard } from '../stores/navigation-store.ts'
import { isTaskWizard } from '../stores/task-wizards.ts'
import { nextSteps as words, wizardSteps } from '../strings/next-steps.ts'
import type { TargetFields } from '../wizards/target-step/target-fields.ts'

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } })

interface Props {
  readonly computer: TargetFields
  /** The page that shows this: it does not lead to itself. */
  readonly here: 'licensing-details' | 'check-computer' | 'computers'
}

/** Where to go from a page about one computer; the computer is filled in there. */
export const NextSteps = ({ computer, here }: Props) => {
  const styles = useStyles()
  return (
    <Section title={words.heading}>
      <div className={styles.actions}>
        {wizardSteps.map(
          ({ wizard, label }) =>
            isTaskWizard(wizard) && (
              <Button key={wizard} onClick={() => void openTaskWizard(wizard, { kind: 'new', computer })}>
                {label}
              </Button>
            ),
        )}
        {here !== 'licensing-details' && (
          <Button onClick={() => void openLicensingDetails(computer)}>{words.details}</Button>
        )}
        {here !== 'check-computer' && <Button onClick={() => void openCheckComputer(computer)}>{words.check}</Button>}
      </div>
    </Section>
  )
}
