import { createContext, useContext } from 'react'
import type { Edit } from './edit-store.ts'

export const EditProvider = createContext<Edit | null>(null)

/** The opened dialog: what can be done with it. */
export const useEdit = (): Edit => {
  const edit = useContext(EditProvider)
  if (edit === null) throw new Error('a step was drawn outside its dialog')
  return edit
}
