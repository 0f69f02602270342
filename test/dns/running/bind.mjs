import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where named is on this computer, or undefined. Debian puts it in /usr/sbin, which may not be in PATH. */
export function findNamed() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'named')).find((path) => existsSync(path))
}

/** A port of 127.0.0.1 that is free for UDP and TCP right now. */
export async function freePort() {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const { port } = tcp.address()
    const udp = createSocket('udp4')
    try {
      udp.bind(port, '127.0.0.1')
      await once(udp, 'listening')
      return port
    } catch {
      // Another program has that UDP port: try the next one.
    } finally {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    }
  }
}

/**
 * Starts BIND in the foreground and waits until it says that it runs.
 *
 * @param {string} named path of the program
 * @param {string} folder with its named.conf; its log goes there too
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function startBind(named, folder) {
  const child = spawn(named, ['-g', '-c', join(folder, 'named.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const killNow = () => child.kill('SIGKILL')
  process.prependListener('exit', killNow)
  let log = ''
  const ended = once(child, 'exit')
  const running = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.stderr.on('data', (chunk) => {
      log += chunk
      if (/ running\s*$/m.test(log)) resolve(undefined)
    })
    child.on('exit', (code) => reject(new Error(`BIND ended with exit code ${code}:\n${log.slice(-4000)}`)))
    setTimeout(() => reject(new Error(`BIND did not start within 20 seconds:\n${log.slice(-4000)}`)), 20_000).unref()
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      const force = setTimeout(killNow, 5_000)
      await ended
      clearTimeout(force)
    }
    process.off('exit', killNow)
  }
  try {
    await running
  } catch (error) {
    killNow()
    throw error
  }
  return { stop }
}
