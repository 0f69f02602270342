import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'

/** Asks what is to become of a running plan when the window is closed. Staying is the default. */
export const askBeforeClosing = async (window: BrowserWindow): Promise<'stay' | 'stop'> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'A plan is running',
    message: 'A plan is running on a computer.',
    detail:
      'The app can stop after the step that is running now and close then. The plan can be resumed when the app is started again.',
    buttons: ['Keep the window open', 'Stop after this step and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1 ? 'stop' : 'stay'
}
