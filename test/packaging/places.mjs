import { fileURLToPath } from 'node:url'

/** The repository, as a URL that ends in a slash. */
export const repository = new URL('../../', import.meta.url)

const inOut = (name) => fileURLToPath(new URL(`out/package/${name}`, repository))

/** Where everything of this check is made; emptied at each run. */
export const workFolder = inOut('')
/** A clean copy of what ships, with Windows' natives. */
export const stagingFolder = inOut('staging')
/** Stands for the unpacked Electron download. */
export const electronFolder = inOut('electron-placeholder')
/** electron-builder's output folder. */
export const releaseFolder = inOut('release')
/** The unpacked Windows package. */
export const packageFolder = inOut('release/win-unpacked')
