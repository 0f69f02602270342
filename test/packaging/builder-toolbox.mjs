import { createRequire } from 'node:module'
import { repository } from './places.mjs'

/**
 * The packages that electron-builder itself works with, in the versions that it has, so that the check reads a package
 * with the tools that made it.
 */
const ofProject = createRequire(new URL('package.json', repository))
const ofBuilder = createRequire(ofProject.resolve('app-builder-lib'))

/** Reads and flips fuses. */
export const fuses = ofBuilder('@electron/fuses')
/** Reads and writes the resources of a PE file. */
export const resedit = ofBuilder('resedit')
/** Reads YAML. */
export const yaml = ofBuilder('js-yaml')
/** Reads asar archives. */
export const asar = ofProject('@electron/asar')
/** electron-builder's command line. */
export const builderCli = ofProject.resolve('electron-builder/cli.js')
