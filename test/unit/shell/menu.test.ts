import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { AppCommand, appCommands } from '../../../src-main/contract/models/app-command.ts'
import { menuTemplate } from '../../../src-main/shell/menu.ts'

const build = (devTools: boolean) => {
  const parts = { command: vi.fn(), chooseTheme: vi.fn(), openLogFolder: vi.fn() }
  const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  const items = flat(menuTemplate({ theme: 'dark', devTools, ...parts }))
  const click = (label: string) =>
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never)
  return { parts, items, click }
}

it('asks the page for what the contract knows', () => {
  const { items, parts } = build(false)
  for (const item of items) item.click?.({} as never, undefined, {} as never)
  const sent = parts.command.mock.calls.map(([command]: unknown[]) => AppCommand.parse(command).command)
  expect(sent.toSorted()).toEqual([...appCommands].toSorted())
})

it('shows the chosen theme and passes on another', () => {
  const { click, items, parts } = build(false)
  expect(items.filter(({ type, checked }) => type === 'radio' && checked).map(({ label }) => label)).toEqual(['&Dark'])
  click('&Light')
  expect(parts.chooseTheme).toHaveBeenCalledWith('light')
})

it('offers reload and developer tools only where the app is not packaged', () => {
  const roles = (devTools: boolean) => build(devTools).items.map(({ role }) => role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(false)).not.toContain('reload')
  expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
})

it('gives no accelerator twice', () => {
  const accelerators = build(true).items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
  expect(new Set(accelerators).size).toBe(accelerators.length)
})

it('gives no access key twice in one menu', () => {
  const parts = { command: vi.fn(), chooseTheme: vi.fn(), openLogFolder: vi.fn() }
  for (const { submenu } of menuTemplate({ theme: 'dark', devTools: true, ...parts })) {
    const labels = Array.isArray(submenu) ? submenu.flatMap(({ label }) => (label ? [label] : [])) : []
    const keys = labels.map((label) => /&(.)/.exec(label)?.[1]?.toLowerCase())
    expect(keys).not.toContain(undefined)
    expect([...new Set(keys)]).toEqual(keys)
  }
})
