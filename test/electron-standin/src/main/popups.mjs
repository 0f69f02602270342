import { fromChromium } from './scheme-map.mjs'

/**
 * Asks the app's handler about window.open or a link to a new window. Without a handler Electron allows it.
 * @param {((details: Record<string, unknown>) => { action: string, overrideBrowserWindowOptions?: object }) | undefined} handler
 * @param {Record<string, any>} opened DevTools' Page.windowOpen
 */
export function askWindowOpen(handler, { url, windowName, windowFeatures }) {
  if (!handler) return { action: 'allow' }
  const details = {
    url: fromChromium(url),
    frameName: windowName === '_blank' ? '' : windowName,
    features: (windowFeatures ?? []).join(','),
    disposition: windowFeatures?.length ? 'new-window' : 'foreground-tab',
    referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
  }
  return handler(details) ?? { action: 'deny' }
}
