import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { build } from 'vite'
import { outFolder, root, testFolder } from './places.mjs'

/**
 * Bundles an entry with the app's own modules for Windows' Node, and an engine beside it. The native packages stay
 * outside and are found in test/wine/node_modules, where their Windows binaries are. Returns the path of the entry's bundle.
 */
export const buildBundles = async (name = 'tests', entry = `${testFolder}tests.ts`) => {
  const folder = `${outFolder}/bundle-${name}`
  rmSync(folder, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['koffi', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: { [name]: entry, engine: `${root}test/support/engine-in-child.ts` },
        external: ['koffi', 'better-sqlite3', 'electron'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  if (!existsSync(`${folder}/node_modules`)) symlinkSync(`${testFolder}node_modules`, `${folder}/node_modules`, 'dir')
  return `${folder}/${name}.mjs`
}
