/** The app's engine entry in an ordinary child process: `process.parentPort` is put there before the engine starts. */
import { childPort } from './parent-port.ts'

Object.defineProperty(process, 'parentPort', { value: childPort() })
await import('../../src-main/engine/engine.ts')
