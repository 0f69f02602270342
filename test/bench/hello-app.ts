import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const source = fileURLToPath(new URL('hello', import.meta.url))
const target = fileURLToPath(new URL('../../out/bench/hello', import.meta.url))

/** Builds the hello world that figures are held against, with the app's own bundler and libraries. Returns its folder. */
export const buildHelloApp = async (): Promise<string> => {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  await build({
    root: join(source, 'page'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: join(target, 'page'), emptyOutDir: true },
  })
  cpSync(join(source, 'main.js'), join(target, 'main.js'))
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({ name: 'hello', productName: 'Hello', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  return target
}
