/**
 * Chromium refuses to navigate to schemes it was not built with, before anything can intercept it. So `app://kit/page`
 * is shown to Chromium as `https://kit.app.standin.invalid/page` and turned back in everything that main sees.
 */
const suffix = '.standin.invalid'
const ordinary = new Set([
  'http',
  'https',
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'chrome',
  'devtools',
  'ws',
  'wss',
])

/** @param {string} url @returns {string} the URL that Chromium gets */
export function toChromium(url) {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  const scheme = match?.[1]?.toLowerCase() ?? ''
  if (!match || ordinary.has(scheme)) return url
  return `https://${match[2]?.toLowerCase() || '_'}.${scheme}${suffix}${match[3] || '/'}`
}

/** @param {string} url @returns {string} the URL that the app knows */
export function fromChromium(url) {
  const match = /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid(.*)$/is.exec(url)
  if (!match) return url
  return `${match[2]}://${match[1] === '_' ? '' : match[1]}${match[3]}`
}

/** @param {string} url @returns {string} like `URL.origin`, which is "null" for schemes Node does not know */
export function originOf(url) {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url)
  return match && match[1] !== 'file' ? `${match[1]}://${match[2]}` : 'null'
}

/** @param {string} policy a Content-Security-Policy whose scheme sources must name Chromium's hosts */
export const rewritePolicy = (policy, schemes = ['app']) =>
  schemes.reduce(
    (text, scheme) =>
      text
        .replaceAll(new RegExp(`(?<=^|[\\s;])${scheme}:(?=$|[\\s;,])`, 'g'), `https://*.${scheme}${suffix}`)
        .replaceAll(new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}${suffix}`),
    policy,
  )

/** @param {string} html @param {readonly string[]} schemes @returns {string} the page with its absolute URLs and CSP rewritten */
export const rewriteHtml = (html, schemes) =>
  schemes.reduce(
    (text, scheme) => text.replaceAll(new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}${suffix}`),
    html.replaceAll(/<meta[^>]*content-security-policy[^>]*>/gis, (tag) => rewritePolicy(tag, [...schemes])),
  )
