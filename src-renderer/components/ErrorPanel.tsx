import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import { errorAsText } from '../format/error-text.ts'
import { common } from '../strings/common.ts'
import { sentenceOf, type ShownError } from '../strings/errors.ts'
import { CopyButton } from './CopyButton.tsx'
import { errorFacts } from './error-facts.tsx'
import { FactList } from './FactList.tsx'
import { LookUpButton } from './LookUpButton.tsx'
import { Panel } from './Panel.tsx'

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
})

interface Props {
  readonly error: ShownError
  /** `warning` where what was wanted worked, and something is still open. */
  readonly level?: 'problem' | 'warning'
  /** What did not work, in a few words; stands above the sentence. */
  readonly title?: string
  /** Further buttons, such as "Try again". */
  readonly children?: ReactNode
}

/** An error with its remedy; code and Windows result under "Show details". */
export const ErrorPanel = ({ error, level = 'problem', title, children }: Props) => {
  const styles = useStyles()
  const detailsId = useId()
  const [open, setOpen] = useState(false)
  const { message, remedy } = sentenceOf(error)
  return (
    <Panel level={level} alert {...(title === undefined ? {} : { title })}>
      <p className={styles.text}>{message}</p>
      <p className={styles.text}>
        <strong>{common.whatToDo}</strong>
        {remedy}
      </p>
      <div className={styles.actions}>
        {children}
        <Button size="small" aria-expanded={open} aria-controls={detailsId} onClick={() => setOpen(!open)}>
          {open ? common.hideDetails : common.showDetails}
        </Button>
        <CopyButton text={errorAsText(error)} label={common.copyDetails} />
        {error.hresult !== undefined && <LookUpButton code={error.hresult} />}
      </div>
      <div id={detailsId} hidden={!open}>
        <FactList facts={errorFacts(error)} />
      </div>
    </Panel>
  )
}
