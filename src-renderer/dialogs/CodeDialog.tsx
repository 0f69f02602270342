import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../bridge/bridge.ts'
import { CodeExplanation } from '../components/CodeExplanation.tsx'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { createLookup } from '../pages/error-lookup/lookup-store.ts'
import { closeCode } from '../stores/code-dialog-store.ts'
import { openErrorLookup } from '../stores/navigation-store.ts'
import { common } from '../strings/common.ts'
import { errorLookup as words } from '../strings/error-lookup.ts'

interface Props {
  readonly code: string
  readonly open: boolean
}

/** Explains one code over the page that it was met on. */
export const CodeDialog = ({ code, open }: Props) => {
  const [lookup] = useState(() => createLookup(bridge, code))
  const { found, error } = useStore(lookup.store)
  useEffect(() => void lookup.lookUp(), [lookup])
  const [explained] = found?.codes ?? []
  const openPage = (): void => {
    closeCode()
    void openErrorLookup(code)
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && closeCode()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.dialogTitle(code)}</DialogTitle>
          <DialogContent>
            {explained !== undefined && <CodeExplanation code={explained} />}
            {error !== null && <ErrorPanel error={error} />}
            {found === null && error === null && <Spinner size="small" label={words.waiting} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={openPage}>{words.openPage}</Button>
            <Button appearance="primary" onClick={closeCode}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
