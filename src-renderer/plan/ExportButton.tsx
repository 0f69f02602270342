import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import type { ExportFormat } from '../../src-main/contract/models/plan-export.ts'
import { planExport as words } from '../strings/plan-export.ts'
import { ExportDialog, type Exported } from './ExportDialog.tsx'

const formats: readonly ExportFormat[] = ['command-file', 'powershell', 'ansible']

/** Shows a plan for one computer, or for many, as files that do the same without the app. */
export const ExportButton = (exported: Exported) => {
  const [format, setFormat] = useState<ExportFormat | null>(null)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button>{words.button}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {formats.map((one) => (
              <MenuItem key={one} onClick={() => setFormat(one)}>
                {words.formats[one]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {format !== null && <ExportDialog exported={exported} format={format} onClose={() => setFormat(null)} />}
    </>
  )
}
