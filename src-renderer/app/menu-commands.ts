import { bridge } from '../bridge/bridge.ts'
import { go, openSetUpKmsHost } from '../stores/navigation-store.ts'

/** Does what the app's menu asks for, until the returned function is called. */
export const followMenu = (): (() => void) =>
  bridge.listen('app.commands', undefined, ({ command }) => {
    switch (command) {
      case 'open-set-up-kms-host':
        openSetUpKmsHost({ kind: 'new' })
        return
      case 'open-journal':
        go({ page: 'journal', planId: null })
    }
  })
