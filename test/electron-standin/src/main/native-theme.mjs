import { runtime } from '../runtime.mjs'
import { electronClass } from '../stand-in-object.mjs'

const forced = () => process.env['STANDIN_FORCED_COLORS'] === '1' || runtime.switches.has('force-high-contrast')
const systemDark = () => process.env['STANDIN_SYSTEM_DARK'] === '1' || runtime.switches.has('force-dark-mode')

class NativeTheme extends electronClass('nativeTheme') {
  /** @type {'system' | 'light' | 'dark'} */
  #source = 'system'
  #forced = /** @type {boolean | undefined} */ (undefined)

  get themeSource() {
    return this.#source
  }
  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError('Error processing argument at index 0')
    if (source === this.#source) return
    this.#source = source
    this.#changed()
  }
  get shouldUseDarkColors() {
    return this.#source === 'system' ? systemDark() : this.#source === 'dark'
  }
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return systemDark()
  }
  get shouldUseHighContrastColors() {
    return this.inForcedColorsMode
  }
  get inForcedColorsMode() {
    return this.#forced ?? forced()
  }
  get shouldUseInvertedColorScheme() {
    return false
  }
  get prefersReducedTransparency() {
    return false
  }
  /** For tests: what Windows' contrast themes do. Electron has no such call. */
  setForcedColors_(/** @type {boolean} */ on) {
    this.#forced = on
    this.#changed()
  }
  #changed() {
    runtime.signals.emit('theme-changed')
    setImmediate(() => this.emit('updated'))
  }
}

export const nativeTheme = new NativeTheme()

/** DevTools' Emulation.setEmulatedMedia for the present theme. */
export const emulatedMedia = () => ({
  features: [
    { name: 'prefers-color-scheme', value: nativeTheme.shouldUseDarkColors ? 'dark' : 'light' },
    { name: 'forced-colors', value: nativeTheme.inForcedColorsMode ? 'active' : 'none' },
  ],
})
