import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../../bridge/bridge.ts'
import { announce } from '../../../components/Announcer.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { useComputers } from '../../../stores/computers-store.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { common } from '../../../strings/common.ts'
import { addingWords as words } from '../../../strings/computers/adding.ts'
import { AddOptions } from './AddOptions.tsx'
import { AddPreview } from './AddPreview.tsx'
import { createAdding, ways } from './add-store.ts'
import { WayFields } from './WayFields.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '860px', width: 'calc(100vw - 32px)' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  tabs: { flexWrap: 'wrap' },
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  button: { justifySelf: 'start' },
})

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Adds computers to the list: where they come from, what would be added, then one button that adds. */
export const AddDialog = ({ open, onClose }: Props) => {
  const styles = useStyles()
  const id = useId()
  const area = useRef<HTMLFormElement>(null)
  const [place] = useState(() => useComputers.getState().place ?? { place: 'network' as const })
  const [adding] = useState(() =>
    createAdding(bridge, place, useLab.getState().overview?.computers.map(({ fullName }) => fullName) ?? []),
  )
  const { way, preview, busy, complaint, error, fields } = useStore(adding.store)
  useEffect(() => adding.dispose, [adding])
  useFieldFocus(complaint, area)
  const wholeScenario = useLab(
    ({ overview }) => place.place === 'lab' && overview?.computerCount === overview?.computers.length,
  )
  const offered = ways.filter((one) => one !== 'scenario' || wholeScenario)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy === null) void adding.show()
  }
  const add = async (): Promise<void> => {
    if (!(await adding.add())) return
    const done = adding.store.getState().added
    if (done !== null) announce(words.added(done.added, done.updated, done.left))
    onClose()
  }
  const fresh = preview === null ? 0 : preview.total - preview.known
  const count = fields.updateKnown ? (preview?.total ?? 0) : fresh
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <TabList
              className={styles.tabs}
              aria-label={words.ways}
              selectedValue={way}
              onTabSelect={(_, data) => adding.choose(ways.find((one) => one === data.value) ?? 'text')}
            >
              {offered.map((one) => (
                <Tab key={one} value={one} id={`${id}-${one}`} aria-controls={`${id}-panel`}>
                  {words[one]}
                </Tab>
              ))}
            </TabList>
            <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
              <form ref={area} className={styles.form} onSubmit={submit}>
                <WayFields adding={adding} place={place} />
                <Button type="submit" className={styles.button} disabledFocusable={busy !== null}>
                  {words.show[way]}
                </Button>
              </form>
            </div>
            {busy === 'reading' && <Spinner size="tiny" label={words.reading} />}
            {error !== null && <ErrorPanel error={error} />}
            {preview !== null && (
              <>
                <AddPreview preview={preview} />
                {preview.total > 0 && <AddOptions adding={adding} known={preview.known} />}
              </>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" disabled={count === 0 || busy !== null} onClick={() => void add()}>
              {fresh === 0 && fields.updateKnown && count > 0 ? words.update(count) : words.add(count)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
