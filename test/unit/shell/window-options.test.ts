import { expect, it } from 'vitest'
import { windowOptions } from '../../../src-main/shell/window-options.ts'

const look = {
  title: 'Activation Field Kit',
  bounds: { x: 1, y: 2, width: 1000, height: 700 },
  dark: false,
  preload: '/app/preload.cjs',
  devTools: false,
}

it('isolates the page from Node and from the preload', () => {
  expect(windowOptions(look).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})

it('opens hidden, in the colour of its theme and where it is told', () => {
  const [light, dark] = [windowOptions(look), windowOptions({ ...look, dark: true })]
  expect(light).toMatchObject({ show: false, x: 1, y: 2, width: 1000, height: 700 })
  expect(light.backgroundColor).not.toBe(dark.backgroundColor)
})
