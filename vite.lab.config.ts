import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** The Lab as a module of its own (`openLab`), for tests and scripts that do without the app. */
export default defineConfig({
  build: {
    outDir: 'out/lab',
    target: 'node20',
    ssr: true,
    lib: {
      entry: { index: 'src-main/lab/open-lab.ts' },
      formats: ['es', 'cjs'],
      fileName: (format, name) => `${name}.${format === 'es' ? 'mjs' : 'cjs'}`,
    },
    rolldownOptions: { external: [...builtinModules, /^node:/] },
  },
  ssr: { noExternal: true },
})
