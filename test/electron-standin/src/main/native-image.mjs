import { readFileSync } from 'node:fs'
import { electronClass } from '../stand-in-object.mjs'

/** A picture as PNG bytes: enough for icons that are only passed on, and for captured pages. */
export class NativeImage extends electronClass('NativeImage') {
  constructor(/** @type {Buffer} */ png) {
    super()
    this.png_ = png
  }
  toPNG() {
    return this.png_
  }
  toDataURL() {
    return `data:image/png;base64,${this.png_.toString('base64')}`
  }
  isEmpty() {
    return this.png_.length === 0
  }
  getSize() {
    // Width and height stand in the PNG's first chunk.
    return this.png_.length < 24
      ? { width: 0, height: 0 }
      : { width: this.png_.readUInt32BE(16), height: this.png_.readUInt32BE(20) }
  }
}

export const nativeImage = {
  createEmpty: () => new NativeImage(Buffer.alloc(0)),
  createFromBuffer: (/** @type {Buffer} */ bytes) => new NativeImage(bytes),
  createFromDataURL: (/** @type {string} */ url) => new NativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
  createFromPath: (/** @type {string} */ path) => {
    try {
      return new NativeImage(readFileSync(path))
    } catch {
      return new NativeImage(Buffer.alloc(0))
    }
  },
}
