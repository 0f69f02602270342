import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppProtocol } from '../../../src-main/shell/app-protocol.ts'

let folder = ''
let ask: (url: string, method?: string) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-pages-'))
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-beside'))
  const page = '<meta name="csp-nonce" content="__CSP_NONCE__">'
  await Promise.all([
    writeFile(join(root, 'index.html'), page),
    writeFile(join(root, 'assets', 'index.js'), 'export {}'),
    writeFile(join(root, 'assets', 'index.js.map'), '{}'),
    writeFile(join(root, 'with space.svg'), '<svg/>'),
    writeFile(join(folder, 'secret.json'), '{"secret":true}'),
    writeFile(join(folder, 'renderer-beside', 'secret.json'), '{"secret":true}'),
    symlink(join(folder, 'secret.json'), join(root, 'link.json')),
  ])
  let count = 0
  const handler = createAppProtocol({ root, newNonce: () => `nonce${++count}` })
  // A plain object, because Request itself would tidy the dots of a path away before the handler sees them.
  ask = (url, method = 'GET') => handler({ url, method } as Request)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the app:// scheme', () => {
  it('serves the document with its policy and the nonce that the policy names', async () => {
    const response = await ask('app://kit/index.html')
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe(`<meta name="csp-nonce" content="${nonce}">`)
  })

  it('gives every document a nonce of its own', async () => {
    const policies = await Promise.all(['app://kit/', 'app://kit/index.html#/journal'].map((url) => ask(url)))
    expect(new Set(policies.map((response) => response.headers.get('content-security-policy'))).size).toBe(2)
  })

  it('makes nonces of 16 random bytes where none are given', async () => {
    const response = await createAppProtocol({ root: join(folder, 'renderer') })(new Request('app://kit/index.html'))
    expect(response.headers.get('content-security-policy')).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/)
  })

  it.each([
    ['app://kit/assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://kit/with%20space.svg', 'image/svg+xml'],
  ])('serves %s as %s and forbids guessing the type', async (url, type) => {
    const response = await ask(url)
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('x-content-type-options'),
    ]).toEqual([200, type, 'nosniff'])
  })

  it.each([
    'app://kit/../secret.json',
    'app://kit/%2e%2e/secret.json',
    'app://kit/assets/..%2f..%2fsecret.json',
    'app://kit/..%2frenderer-beside%2fsecret.json',
    'app://kit/..%5csecret.json',
    'app://kit/link.json',
    'app://kit/C:/secret.json',
    'app://kit/index.html::$DATA',
    'app://kit/index.html%00.json',
    'app://kit/%',
    'app://kit/assets/index.js.map',
    'app://kit/assets',
    'app://kit/missing.js',
    'app://other/index.html',
    'https://kit/index.html',
    'file:///etc/passwd.json',
  ])('does not serve %s', async (url) => {
    const response = await ask(url)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).toBe('')
  })

  // Windows would take these for its own: a separator, a drive, an alternate data stream, the end of a name.
  it.each(['..%5csecret.json', 'C:/index.html', 'index.html::$DATA.html', 'index.html%00.html'])(
    'refuses the path %s before it looks at the disk',
    async (path) => {
      expect((await ask(`app://kit/${path}`)).status).toBe(400)
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('does not answer %s', async (method) => {
    expect((await ask('app://kit/index.html', method)).status).toBe(405)
  })
})
