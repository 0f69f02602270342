/** The scheme under which the app serves its own pages. */
export const appScheme = 'app'
/** The only host of the scheme. */
export const appHost = 'kit'
/** The origin of every page of the app, as Electron's frames report it. */
export const appOrigin = `${appScheme}://${appHost}`
/** The one document that the app opens. */
export const appPage = `${appOrigin}/index.html`

/** What `protocol.registerSchemesAsPrivileged` is told before the app is ready. */
export const schemePrivileges = [
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]

/** Whether a URL is the app's own document; the part behind # may differ. */
export const isAppPage = (url: string): boolean => url.split('#', 1)[0] === appPage
