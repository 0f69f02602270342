import { once } from 'node:events'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { spawnBound } from '../browser/spawn-bound.mjs'
import { runtime } from '../runtime.mjs'
import { electronClass } from '../stand-in-object.mjs'
import { cloned, dropCarrier, receiveFromCarrier, transferPorts } from './message-channel.mjs'

const boot = fileURLToPath(new URL('../utility/boot.mjs', import.meta.url))

/** @type {Set<UtilityProcess>} */
export const utilityProcesses = new Set()
runtime.signals.on('exit', () => {
  for (const { child_ } of utilityProcesses) child_.kill('SIGKILL')
})

export class UtilityProcess extends electronClass('UtilityProcess') {
  /**
   * @param {string} modulePath
   * @param {readonly string[]} args
   * @param {{ serviceName?: string, env?: NodeJS.ProcessEnv, execArgv?: readonly string[], cwd?: string, stdio?: string | string[] }} options
   */
  constructor(modulePath, args, options) {
    super()
    const { serviceName = 'Node Utility Process', env = process.env, execArgv = [], stdio = 'inherit' } = options
    this.serviceName = serviceName
    const [, out = 'inherit', err = 'inherit'] = typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio
    const flags = ['--no-warnings', '--unhandled-rejections=warn']
    const child = spawnBound(process.execPath, [...flags, ...execArgv, boot, modulePath, ...args], {
      stdio: ['ignore', out, err, 'ipc'],
      serialization: 'advanced',
      env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    this.child_ = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    /** The operating system's pid, undefined once the process has ended. @type {number | undefined} */
    this.pid = undefined
    this.carrier_ = { send: (/** @type {object} */ message) => child.connected && child.send(message, () => {}) }
    utilityProcesses.add(this)
    child.once('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (/** @type {any} */ message) => this.receive_(message))
    void this.follow_(child)
  }

  /** Electron reports the end after the last message, so this waits for the channel to run dry. */
  async follow_(/** @type {import('node:child_process').ChildProcess} */ child) {
    const drained = once(child, 'disconnect').catch(() => {})
    const failed = new Promise((resolve) => child.once('error', () => resolve([127, null])))
    const [exitCode, signal] = await Promise.race([
      new Promise((resolve) => child.once('exit', (...how) => resolve(how))),
      failed,
    ])
    if (child.connected) await drained
    const code = signal ? constants.signals[signal] : exitCode
    utilityProcesses.delete(this)
    dropCarrier(this.carrier_)
    this.pid = undefined
    if (code !== 0) {
      const reason = goneReason(signal)
      runtime.signals.emit('child-process-gone', {
        type: 'Utility',
        reason,
        exitCode: code,
        serviceName: 'node.mojom.NodeService',
        name: this.serviceName,
      })
    }
    this.emit('exit', code)
  }

  receive_(/** @type {any} */ message) {
    if (message.kind === 'message') this.emit('message', message.data)
    else receiveFromCarrier(message)
  }

  postMessage(/** @type {unknown} */ message, /** @type {unknown[]} */ transfer = []) {
    const data = cloned(message)
    this.carrier_.send({ kind: 'message', data, ports: transferPorts(transfer, this.carrier_) })
  }
  kill() {
    return this.child_.kill('SIGTERM')
  }
}

/** @param {NodeJS.Signals | null} signal */
function goneReason(signal) {
  if (signal === null) return 'abnormal-exit'
  return signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGINT' ? 'killed' : 'crashed'
}

export const utilityProcess = {
  fork(/** @type {string} */ modulePath, /** @type {string[]} */ args = [], /** @type {object} */ options = {}) {
    if (!runtime.ready) throw new Error('utilityProcess cannot be created before app is ready.')
    if (typeof modulePath !== 'string') throw new Error('Missing UtilityProcess entry script.')
    return Array.isArray(args)
      ? new UtilityProcess(modulePath, args, options)
      : new UtilityProcess(modulePath, [], args)
  },
}
