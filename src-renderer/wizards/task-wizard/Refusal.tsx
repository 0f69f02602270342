import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Panel } from '../../components/Panel.tsx'
import { setGuarded } from '../../stores/navigation-store.ts'
import { refusalField } from './task-store.ts'
import type { TaskRefusal } from './task-wizard.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, link: { justifySelf: 'start' } })

interface Props {
  readonly refusal: TaskRefusal
  /** Whether the link takes along everything that was typed, so that leaving by it loses nothing. */
  readonly takesAll: boolean
}

/** Why the task is not for the tested computer, with the way to what is. */
export const Refusal = ({ refusal, takesAll }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    area.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { link } = refusal
  const leave = ({ open }: { readonly open: () => void }): void => {
    if (takesAll) setGuarded(false)
    open()
  }
  return (
    <div ref={area}>
      <Panel level="warning" alert title={refusal.title}>
        <p className={styles.text}>{refusal.text}</p>
        {link !== undefined && (
          <Button name={refusalField} className={styles.link} onClick={() => leave(link)}>
            {link.label}
          </Button>
        )}
      </Panel>
    </div>
  )
}
