import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import type { ImageChoice } from '../../../src-main/contract/models/prepare-image.ts'
import { problemAt } from '../../components/use-field-focus.ts'
import { prepareImage as words } from '../../strings/prepare-image.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import { chosenOf, taskKey, type ImageFields } from './image-fields.ts'

const useStyles = makeStyles({
  hint: { display: 'block', color: tokens.colorNeutralForeground2, maxWidth: '680px' },
  lists: { display: 'grid', rowGap: tokens.spacingVerticalM, maxWidth: '720px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

type Props = Pick<OptionsProps<ImageFields>, 'fields' | 'edit' | 'complaint'> & {
  readonly choices: readonly ImageChoice[]
}

const hintOf = ({ refused, left }: ImageChoice): string => {
  if (refused !== null) return `${refused.message} ${refused.remedy}`
  return left === null ? '' : words.left(left)
}

/** What can be done, each with its rearms or with why it cannot; and what the chosen one does and does not do. */
export const TaskChoice = ({ choices, fields, edit, complaint }: Props) => {
  const styles = useStyles()
  const chosen = chosenOf(choices, fields)
  const choose = (key: string): void => {
    const choice = choices.find(({ task }) => taskKey(task) === key)
    if (choice !== undefined) edit({ task: choice.task })
  }
  return (
    <>
      <Field label={words.choose} {...problemAt(complaint, 'task')}>
        <RadioGroup
          name="task"
          value={chosen === null ? '' : taskKey(chosen.task)}
          onChange={(_, data) => choose(data.value)}
        >
          {choices.map((choice) => (
            <Radio
              key={taskKey(choice.task)}
              value={taskKey(choice.task)}
              disabled={choice.refused !== null}
              label={
                <>
                  <span>{choice.title}</span>
                  <span className={styles.hint}>{hintOf(choice)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {chosen !== null && (
        <div className={styles.lists}>
          <Sentences title={words.does} sentences={chosen.does} />
          <Sentences title={words.doesNot} sentences={chosen.doesNot} />
        </div>
      )}
    </>
  )
}

const Sentences = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) => {
  const styles = useStyles()
  return (
    <div>
      <p className={styles.title}>{title}</p>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
