import module from 'node:module'

/**
 * Makes `require('electron')` and `import … from 'electron'` resolve to a file of the stand-in.
 * @param {URL} target the module that stands in for `electron`
 */
export function installElectronModule(target) {
  const isElectron = (/** @type {string} */ name) => /^electron(\/(main|common|utility))?$/.test(name)
  if (typeof module.registerHooks === 'function') {
    module.registerHooks({
      resolve: (name, context, next) =>
        isElectron(name) ? { url: target.href, format: 'module', shortCircuit: true } : next(name, context),
    })
    return
  }
  // Node before 22.15: one hook for require, another (on Node's loader thread) for import.
  const resolveFilename = module._resolveFilename
  module._resolveFilename = (name, ...others) =>
    isElectron(name) ? target.pathname : resolveFilename.call(module, name, ...others)
  const loader = `export const resolve = (name, context, next) =>
    /^electron(\\/(main|common|utility))?$/.test(name)
      ? { url: ${JSON.stringify(target.href)}, format: 'module', shortCircuit: true }
      : next(name, context)`
  module.register(`data:text/javascript,${encodeURIComponent(loader)}`)
}
