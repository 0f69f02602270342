import { fileURLToPath } from 'node:url'

/** Folders of the Wine tests, as absolute paths. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const testFolder = fileURLToPath(new URL('..', import.meta.url))
export const outFolder = `${root}out/wine`
export const prefixFolder = `${outFolder}/prefix`
