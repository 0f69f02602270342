/** Features that would reach for the network, show prompts or split a page's frames over several targets. */
const disabled = [
  'AimEnabled',
  'AutofillServerCommunication',
  'BackForwardCache',
  'CertificateTransparencyComponentUpdater',
  'ChromeWhatsNewUI',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'IsolateOrigins',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
  'site-per-process',
]

const always = [
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-site-isolation-trials',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-service-autorun',
  '--password-store=basic',
  '--remote-debugging-pipe',
  '--use-mock-keychain',
  // No name is ever resolved but the developer's own machine: what the app must not load, it cannot load here.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** Switches of the app's command line that mean something to the stand-in itself and are not handed on. */
const own = new Set(['user-data-dir', 'remote-debugging-port', 'disable-features', 'no-sandbox', 'require'])

/**
 * @param {{ profile: string, visible: boolean, switches: ReadonlyMap<string, string> }} launch
 * @returns {string[]} Chromium's command line
 */
export function chromiumFlags({ profile, visible, switches }) {
  const handedOn = [...switches]
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  const features = [...disabled, ...(switches.get('disable-features') ?? '').split(',').filter(Boolean)]
  const port = switches.get('remote-debugging-port')
  return [
    ...handedOn,
    ...always,
    `--disable-features=${[...new Set(features)].join(',')}`,
    `--user-data-dir=${profile}`,
    `--crash-dumps-dir=${profile}`,
    ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    // Chromium refuses to run its sandbox as root; renderers here only ever show the app's own pages.
    ...(process.getuid?.() === 0 || switches.has('no-sandbox') ? ['--no-sandbox'] : []),
    // Its first window must exist from the start to be one without an address bar.
    // --test-type hides Chromium's bar about unusual switches.
    ...(visible
      ? ['--test-type', '--app=data:text/html,<title>Starting</title>']
      : ['--headless', '--no-startup-window']),
  ]
}
