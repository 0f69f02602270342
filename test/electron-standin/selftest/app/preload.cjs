const { contextBridge, ipcRenderer } = require('electron')

const hidden = 'only in the isolated world'
globalThis.leak = hidden
contextBridge.exposeInMainWorld('bridge', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  unknown: () => ipcRenderer.invoke('no-such-channel'),
  add: (left, right) => left + right,
  throwNow: () => {
    throw new TypeError('thrown in the preload')
  },
  unclonable: () => ipcRenderer.invoke('echo', () => {}),
  note: (text, listener) => {
    ipcRenderer.once('noted', (_event, answer) => listener(answer))
    ipcRenderer.send('note', text)
  },
  requireFs: () => require('fs'),
  nested: { platform: process.platform },
})
