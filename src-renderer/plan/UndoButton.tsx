import { Button } from '@fluentui/react-components'
import { openUndo } from '../stores/navigation-store.ts'
import { undo } from '../strings/undo.ts'

/** Leads to the page that undoes what a plan changed. */
export const UndoButton = ({ planId }: { readonly planId: string }) => (
  <Button onClick={() => void openUndo({ kind: 'of', planId })}>{undo.button}</Button>
)
