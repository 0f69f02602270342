import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { AppError } from '../../src-main/contract/app-error.ts'
import { crash } from '../strings/common.ts'
import { ErrorPanel } from './ErrorPanel.tsx'

const useStyles = makeStyles({
  page: {
    maxWidth: '720px',
    margin: '48px auto',
    padding: tokens.spacingHorizontalL,
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
  },
})

/** What is shown in place of the window's content when it could not be drawn. */
export const CrashPanel = ({ error, onReload }: { readonly error: AppError; readonly onReload: () => void }) => (
  <main className={useStyles().page}>
    <h1>{crash.heading}</h1>
    <p>{crash.body}</p>
    <ErrorPanel error={error}>
      <Button size="small" onClick={onReload}>
        {crash.reload}
      </Button>
    </ErrorPanel>
  </main>
)
