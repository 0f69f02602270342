import { builtinModules } from 'node:module'
import { defineConfig, type Plugin } from 'vite'

/**
 * Files that let `import('./out/lab/index.mjs')`, `import('./out/lab/index.js')` and `require('./out/lab')` all work
 * inside a package of type "module".
 */
const entryPoints = (): Plugin => ({
  name: 'lab-entry-points',
  apply: 'build',
  generateBundle(options) {
    if (options.format !== 'es') return
    const manifest = { type: 'module', main: './index.cjs', module: './index.js' }
    this.emitFile({ type: 'asset', fileName: 'index.mjs', source: "export * from './index.js'\n" })
    this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify(manifest, null, 2)}\n` })
  },
})

/** The Lab as a module of its own (`openLab`), for tests and scripts that do without the app. */
export default defineConfig({
  plugins: [entryPoints()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: 'out/lab',
    target: 'node20',
    ssr: true,
    lib: {
      entry: { index: 'src-main/lab/open-lab.ts' },
      formats: ['es', 'cjs'],
    },
    rolldownOptions: { external: [...builtinModules, /^node:/] },
  },
  ssr: { noExternal: true },
})
