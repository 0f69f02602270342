import { makeStyles } from '@fluentui/react-components'
import { CodeLink } from '../../../components/CodeLink.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { batchRun } from '../../../strings/batch/run.ts'
import { common } from '../../../strings/common.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import { someNames } from '../prepare/computer-text.ts'
import type { OutcomeGroup } from './outcome-groups.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px', overflowWrap: 'anywhere' } })

interface Props {
  readonly groups: readonly OutcomeGroup[]
  readonly level: 'problem' | 'warning'
}

/** What went wrong, by cause: on how many computers, what to do, and which they are. */
export const OutcomeGroups = ({ groups, level }: Props) => {
  const styles = useStyles()
  return groups.map(({ key, error, rows }) => {
    const { message, remedy } = sentenceOf(error)
    return (
      <Panel key={key} level={level} title={batchRun.result.group(rows.length, message)}>
        <p className={styles.text}>
          <strong>{common.whatToDo}</strong>
          {remedy}
        </p>
        {error.hresult !== undefined && (
          <p className={styles.text}>
            {common.hresult} <CodeLink code={error.hresult} />
          </p>
        )}
        <p className={styles.text}>
          {someNames(
            rows.map(({ name }) => name),
            20,
          )}
        </p>
      </Panel>
    )
  })
}
