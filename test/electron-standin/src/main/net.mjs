import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronModule } from '../stand-in-object.mjs'
import { answerByHandler } from './protocol.mjs'
import { session } from './session.mjs'

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** @param {URL} url */
async function fetchFile(url) {
  const path = fileURLToPath(url)
  try {
    const type = types[/** @type {keyof typeof types} */ (extname(path).toLowerCase())]
    return new Response(await readFile(path), { headers: type ? { 'content-type': type } : {} })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}

export const net = electronModule('net', {
  async fetch(
    /** @type {string | URL | Request} */ input,
    /** @type {RequestInit & Record<string, unknown>} */ init = {},
  ) {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (url.protocol === 'file:') return fetchFile(url)
    if (url.protocol === 'http:' || url.protocol === 'https:') return fetch(request)
    const { method, headers } = request
    const given = { method, headers: Object.fromEntries(headers), body: new Uint8Array(await request.arrayBuffer()) }
    const response = await answerByHandler(session.defaultSession.protocol_.handlers, request.url, given)
    if (!response) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
    return response
  },
  isOnline: () => true,
  online: true,
})
