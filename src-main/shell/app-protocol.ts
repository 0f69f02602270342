import { randomBytes } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import { appHost, appScheme } from './app-scheme.ts'
import { contentSecurityPolicy, noncePlaceholder } from './content-security-policy.ts'

/** What the app's pages are made of. A file of another kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

const answer = (
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>> = {},
): Response => new Response(body, { status, headers: { ...commonHeaders, ...headers } })

/** The path inside the app's folder that a URL names, or null where it names none. */
const requestedPath = (url: string): string | null => {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (protocol !== `${appScheme}:` || host !== appHost) return null
    const path = decodeURIComponent(pathname)
    // Neither a backslash nor a drive, an alternate data stream or a NUL has a place in a path of the app.
    if (/[\\:\0]/.test(path)) return null
    return path === '/' ? '/index.html' : path
  } catch {
    return null
  }
}

/** Whether a file is inside a folder; both are real paths, free of links. */
const isInside = (folder: string, file: string): boolean => {
  const path = relative(folder, file)
  return path !== '' && !path.startsWith('..') && !isAbsolute(path)
}

/** What the handler of the app's scheme works with. */
export interface AppProtocolOptions {
  /** The folder of the built pages. */
  readonly root: string
  /** A fresh nonce for each document, by default 16 random bytes. */
  readonly newNonce?: () => string
}

/**
 * Builds the handler of `app://kit/…`. It serves the files of the app's folder and nothing else: links that lead out
 * of the folder are not followed, kinds of file that the pages do not use are not served. A document is served with
 * its policy and a nonce of its own.
 */
export const createAppProtocol = ({
  root,
  newNonce = () => randomBytes(16).toString('base64'),
}: AppProtocolOptions): ((request: Request) => Promise<Response>) => {
  const serve = async (path: string): Promise<Response> => {
    const type = contentTypes[extname(path).toLowerCase()]
    if (type === undefined) return answer(404, null)
    const folder = await realpath(root)
    const file = await realpath(join(folder, path))
    if (!isInside(folder, file) || !(await stat(file)).isFile()) return answer(404, null)
    const content = await readFile(file)
    if (!type.startsWith('text/html')) return answer(200, new Uint8Array(content), { 'Content-Type': type })
    const nonce = newNonce()
    return answer(200, content.toString('utf8').replaceAll(noncePlaceholder, nonce), {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
    })
  }

  return async ({ method, url }) => {
    if (method !== 'GET') return answer(405, null)
    const path = requestedPath(url)
    if (path === null) return answer(400, null)
    return serve(path).catch(() => answer(404, null))
  }
}
