import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { installElectronModule } from '../module-hook.mjs'
import { ParentPort } from './parent-port.mjs'

/** The first module of a utility process: Electron's surroundings, then the app's module. */
const modulePath = resolve(process.argv[2] ?? '')
process.argv.splice(1, 1)
const { version } = createRequire(import.meta.url)('../../../../node_modules/electron/package.json')
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
Object.assign(process, { type: 'utility', parentPort: new ParentPort() })
// A utility process never outlives its app.
process.on('disconnect', () => process.exit(0))
installElectronModule(new URL('./electron.mjs', import.meta.url))
await import(pathToFileURL(modulePath).href)
