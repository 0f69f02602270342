import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useComputers } from '../../../stores/computers-store.ts'
import { openBatch } from '../../../stores/navigation-store.ts'
import { batchCommands, batchCommandsLabel } from '../../../strings/batch/commands.ts'
import type { TaskWizardName } from '../../../stores/task-wizards.ts'
import { useTableView } from './view-store.ts'

/** The tasks that can be done on all selected computers, those that a filter hides included. */
export const SelectionTasks = () => {
  const selected = useTableView((state) => state.selected)
  const start = (wizard: TaskWizardName): void => {
    const { entries } = useComputers.getState()
    const computers = entries.flatMap(({ row }) => (selected.has(row.id) ? [row] : []))
    if (computers.length > 0) void openBatch(wizard, computers)
  }
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="primary">
          {batchCommandsLabel(selected.size)}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {batchCommands.map(({ wizard, label, hint }) => (
            <MenuItem key={wizard} subText={hint} onClick={() => start(wizard)}>
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
