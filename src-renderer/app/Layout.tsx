import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, type ReactNode } from 'react'
import { useCodeDialog } from '../stores/code-dialog-store.ts'
import { useQuestion } from '../stores/question-store.ts'
import { NavigationRail } from './NavigationRail.tsx'

const CodeDialog = lazy(async () => ({ default: (await import('../dialogs/CodeDialog.tsx')).CodeDialog }))
const ConfirmDialog = lazy(async () => ({ default: (await import('../dialogs/ConfirmDialog.tsx')).ConfirmDialog }))

const useStyles = makeStyles({
  window: {
    height: '100%',
    display: 'flex',
    flexDirection: 'row',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 720px)': { flexDirection: 'column' },
  },
  main: {
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    fontSize: tokens.fontSizeBase300,
  },
})

/** The window's frame: navigation on the left (above, where the window is narrow), the page beside it. */
export const Layout = ({ children }: { readonly children: ReactNode }) => {
  const styles = useStyles()
  const { question, open } = useQuestion()
  const explained = useCodeDialog()
  return (
    <div className={styles.window}>
      <NavigationRail />
      <main className={styles.main}>{children}</main>
      {question !== null && (
        <Suspense>
          <ConfirmDialog question={question} open={open} />
        </Suspense>
      )}
      {explained.code !== null && (
        <Suspense>
          <CodeDialog key={explained.code} code={explained.code} open={explained.open} />
        </Suspense>
      )}
    </div>
  )
}
