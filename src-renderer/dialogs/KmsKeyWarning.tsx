import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useId } from 'react'
import { common } from '../strings/common.ts'
import { warning } from '../strings/set-up-kms-host/review.ts'
import type { HostsInDns } from '../wizards/set-up-kms-host/machine.ts'
import { KmsHostsInDns } from './KmsHostsInDns.tsx'
import { useGrace } from './use-grace.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '640px' },
  content: { display: 'grid', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
  actions: { justifySelf: 'end' },
})

interface Props {
  readonly open: boolean
  /** The computer that becomes a KMS host. */
  readonly name: string
  readonly hosts: HostsInDns
  /** True while the consent and the commit are on their way. */
  readonly committing: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/**
 * The warning before any host key is installed. It cannot be switched off, Cancel has the focus, and the other button
 * counts only after a short grace, so that a stray Enter does not confirm.
 */
export const KmsKeyWarning = ({ open, name, hosts, committing, onConfirm, onCancel }: Props) => {
  const styles = useStyles()
  const contentId = useId()
  const armed = useGrace(open)
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface className={styles.surface} aria-describedby={contentId}>
        <DialogBody>
          <DialogTitle>{warning.title(name)}</DialogTitle>
          <DialogContent id={contentId} className={styles.content}>
            <p className={styles.text}>{warning.becomes(name)}</p>
            <p className={styles.text}>{warning.clients}</p>
            <p className={styles.text}>{warning.limits}</p>
            <div aria-live="polite">
              <KmsHostsInDns hosts={hosts} />
            </div>
            <p className={styles.text}>{warning.wayBack(name)}</p>
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            <Button disabled={!armed} disabledFocusable={armed && committing} onClick={onConfirm}>
              {committing ? warning.starting : warning.confirm(name)}
            </Button>
            <Button appearance="primary" onClick={onCancel}>
              {common.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
