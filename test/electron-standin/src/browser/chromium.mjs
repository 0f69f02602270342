import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium } from '../../find-chromium.mjs'
import { Cdp } from './cdp.mjs'
import { chromiumFlags } from './chromium-flags.mjs'
import { spawnBound } from './spawn-bound.mjs'

/** @typedef {{ targetId: string, sessionId: string, openerId: string | undefined }} PageTarget */
/** @typedef {{ cdp: Cdp, version: string, pid: number, profile: string, openTarget: (bounds: { width: number, height: number }) => Promise<PageTarget>, onPopup: (listener: (target: PageTarget) => void) => void, kill: () => void }} Browser */

const prefix = 'electron-standin-'

/**
 * Starts Chromium on a throw-away profile and connects to it over its pipes. Chromium ends when the pipes close, so
 * it never outlives this process.
 * @param {{ visible: boolean, switches: ReadonlyMap<string, string> }} options
 * @returns {Promise<Browser>}
 * @throws when there is no Chromium or it ends at once
 */
export async function launchChromium({ visible, switches }) {
  const executable = await findChromium({ visible })
  if (!executable) throw new Error(`the stand-in needs a ${visible ? 'Chromium with windows' : 'Chromium'}; none found`)
  dropStaleProfiles()
  const profile = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const child = spawnBound(executable, chromiumFlags({ profile, visible, switches }), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: chromiumEnvironment(executable, profile),
  })
  const spawned = new Promise((_, reject) => child.once('error', reject))
  const [, , stderr, toChromium, fromChromium] = child.stdio
  createInterface({ input: /** @type {any} */ (stderr) }).on('line', relayLine)
  const cdp = new Cdp(/** @type {any} */ (toChromium), /** @type {any} */ (fromChromium))
  const { product } = await Promise.race([cdp.send('Browser.getVersion'), spawned])
  const version = String(product).replace(/^.*\//, '')
  const kill = () => {
    child.kill('SIGKILL')
    removeProfile(profile)
  }
  return { cdp, version, pid: child.pid ?? 0, profile, kill, ...pageTargets(cdp, visible) }
}

/**
 * No system buses, whose absence Chromium would spend its start on; temporary files go with the profile.
 * @param {string} executable
 * @param {string} profile
 */
function chromiumEnvironment(executable, profile) {
  const env = {
    ...process.env,
    TMPDIR: profile,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    DBUS_SYSTEM_BUS_ADDRESS: 'disabled:',
  }
  const packaged = join(dirname(executable), 'fonts', 'fonts')
  if (!existsSync(packaged)) return env
  // The packaged Chromium brings fonts for machines that have none, but looks for them in fixed places.
  const config = join(profile, 'fonts.conf')
  const folders = ['/usr/share/fonts', packaged].map((path) => `<dir>${path}</dir>`).join('')
  writeFileSync(config, `<fontconfig>${folders}<cachedir>${join(profile, 'fonts-cache')}</cachedir></fontconfig>`)
  return { ...env, FONTCONFIG_FILE: config }
}

/** Drivers wait for the DevTools line; the rest of Chromium's chatter is only for those who ask. @param {string} line */
function relayLine(line) {
  if (/^DevTools listening on |Unable to open X display|Missing X server/.test(line) || process.env['STANDIN_DEBUG'])
    process.stderr.write(`${line}\n`)
}

/**
 * Hands out page targets: one per window that the app opens, and those that pages open themselves.
 * @param {Cdp} cdp
 * @param {boolean} visible
 */
function pageTargets(cdp, visible) {
  /** @type {Map<string, (target: PageTarget) => void>} */
  const expected = new Map()
  /** @type {Map<string, PageTarget>} */
  const arrived = new Map()
  /** @type {(target: PageTarget) => void} */
  let popup = () => {}
  /** @type {(target: PageTarget) => void} */
  let adoptFirst = () => {}
  const first = visible
    ? new Promise((/** @type {(target: PageTarget) => void} */ resolve) => (adoptFirst = resolve))
    : undefined
  let firstTaken = false

  cdp.on(':Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'page') {
      void cdp.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => {})
      return
    }
    const target = { targetId: targetInfo.targetId, sessionId, openerId: targetInfo.openerId }
    const waiting = expected.get(target.targetId)
    if (waiting) waiting(target)
    else if (target.openerId) popup(target)
    else {
      arrived.set(target.targetId, target)
      adoptFirst(target)
    }
  })
  const listening = cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })

  return {
    openTarget: async (/** @type {{ width: number, height: number }} */ bounds) => {
      await listening
      if (first && !firstTaken) {
        firstTaken = true
        return first
      }
      const size = visible ? { newWindow: true } : bounds
      const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', ...size })
      return arrived.get(targetId) ?? new Promise((resolve) => expected.set(targetId, resolve))
    },
    onPopup: (/** @type {(target: PageTarget) => void} */ listener) => void (popup = listener),
  }
}

/** Profiles whose owner was killed before it could tidy up. */
function dropStaleProfiles() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) removeProfile(join(tmpdir(), name))
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** @param {string} profile */
function removeProfile(profile) {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  } catch {
    // Left for the next start: Chromium's last child may still be writing.
  }
}
