import type { MenuItemConstructorOptions } from 'electron'
import type { AppCommand } from '../contract/models/app-command.ts'
import type { Appearance } from './appearance.ts'

/** What the menu does. */
export interface MenuParts {
  readonly theme: Appearance['theme']
  /** Whether reload and the developer tools are offered: only where the app is not packaged. */
  readonly devTools: boolean
  /** Asks the page to open something. */
  command(command: AppCommand): void
  chooseTheme(theme: Appearance['theme']): void
  openLogFolder(): void
}

const themes = [
  ['system', '&System'],
  ['light', '&Light'],
  ['dark', '&Dark'],
] as const

const entries = (
  parts: Pick<MenuParts, 'command'>,
  list: readonly (readonly [label: string, command: AppCommand['command']])[],
): MenuItemConstructorOptions[] => list.map(([label, command]) => ({ label, click: () => parts.command({ command }) }))

/** The menu's template: what is real and nothing else. Every entry has an access key. */
export const menuTemplate = (parts: MenuParts): MenuItemConstructorOptions[] => [
  {
    label: '&File',
    submenu: [
      {
        label: 'Set up a &KMS host',
        accelerator: 'CmdOrCtrl+N',
        click: () => parts.command({ command: 'open-set-up-kms-host' }),
      },
      ...entries(parts, [
        ['&Configure KMS clients', 'open-configure-client'],
        ['Con&vert a computer', 'open-convert-computer'],
        ['Prepare an &image', 'open-prepare-image'],
        ['Prepare &remote management', 'open-prepare-remote'],
      ]),
      { type: 'separator' },
      { role: 'quit', label: 'E&xit' },
    ],
  },
  {
    label: '&Go',
    submenu: [
      ...entries(parts, [
        ['C&omputers', 'open-computers'],
        ['&Tasks', 'open-home'],
        ['&KMS hosts', 'open-kms-hosts'],
        ['Deployment &map', 'open-deployment-map'],
        ['E&xpiry', 'open-expiry'],
        ['KMS in &DNS', 'open-publish-dns'],
        ['&Licensing details', 'open-licensing-details'],
        ['&Check this computer', 'open-check-computer'],
      ]),
      {
        label: '&Error look-up',
        accelerator: 'CmdOrCtrl+E',
        click: () => parts.command({ command: 'open-error-lookup' }),
      },
      { label: '&Journal', accelerator: 'CmdOrCtrl+J', click: () => parts.command({ command: 'open-journal' }) },
      ...entries(parts, [['L&ab', 'open-lab']]),
    ],
  },
  {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  },
  {
    label: '&View',
    submenu: [
      { role: 'resetZoom', label: '&Actual size' },
      { role: 'zoomIn', label: 'Zoom &in' },
      { role: 'zoomOut', label: 'Zoom &out' },
      { type: 'separator' },
      {
        label: '&Theme',
        submenu: themes.map(([theme, label]) => ({
          label,
          type: 'radio' as const,
          checked: parts.theme === theme,
          click: () => parts.chooseTheme(theme),
        })),
      },
      ...(parts.devTools ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  },
  { label: '&Help', submenu: [{ label: 'Open the &log folder', click: () => parts.openLogFolder() }] },
]
