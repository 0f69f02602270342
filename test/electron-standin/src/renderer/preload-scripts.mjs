import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createBridge } from './bridge.mjs'
import { createCodec } from './codec.mjs'
import { createPreloadScope } from './isolated-world.mjs'

/** Names that exist in the preload's world only. */
export const world = 'Electron Isolated Context'
export const binding = '__standinToMain'
export const deliver = '__standinFromMain'

/**
 * The two scripts that run before any script of the page, in the order given: one in the page's own world (the
 * receiving end of contextBridge, nothing visible), one in the isolated world (Electron's renderer modules, then the preload).
 * @param {string | undefined} preload absolute path of a CommonJS file; only the main frame runs it
 * @param {readonly string[]} additionalArguments
 * @returns {{ main: string, isolated: string }}
 */
export function preloadScripts(preload, additionalArguments) {
  const secret = JSON.stringify(randomBytes(16).toString('hex'))
  const common = `const codec = (${createCodec})(); const bridge = (${createBridge})`
  const main = `if (window === window.top) { ${common}(codec, ${secret}, 'main') }`
  const settings = {
    binding,
    deliver,
    process: {
      type: 'renderer',
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      argv: [process.execPath, '--type=renderer', ...additionalArguments],
      env: { ...process.env },
      execPath: process.execPath,
      resourcesPath: process.resourcesPath,
      sandboxed: true,
      contextIsolated: true,
      isMainFrame: true,
    },
  }
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8')
  const isolated = `if (window === window.top) { ${common}(codec, ${secret}, 'isolated');
    const scope = (${createPreloadScope})(codec, bridge, ${JSON.stringify(settings)});
    try {
      const module = { exports: {} };
      (function (require, module, exports, process, global) { ${source}
      })(scope.require, module, module.exports, scope.process, globalThis);
    } catch (error) { console.error(error); scope.failed(error) }
  }`
  return { main: `{ ${main} }`, isolated: `{ ${isolated} }` }
}
