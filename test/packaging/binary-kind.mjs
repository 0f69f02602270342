import { closeSync, openSync, readSync } from 'node:fs'

const IMAGE_FILE_MACHINE_AMD64 = 0x8664
/** Mach-O, thin and fat, in both byte orders. */
const machMagics = ['cffaedfe', 'cefaedfe', 'feedfacf', 'feedface', 'cafebabe', 'bebafeca']

/**
 * @param {string} file
 * @returns {'windows-x64' | 'windows-other' | 'elf' | 'mach-o' | 'none'} what its first bytes say; `none` is no program
 */
export function binaryKind(file) {
  const head = readHead(file)
  if (head.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1'))) return 'elf'
  if (machMagics.includes(head.subarray(0, 4).toString('hex'))) return 'mach-o'
  if (head.subarray(0, 2).toString('latin1') !== 'MZ' || head.length < 64) return 'none'
  const header = head.readUInt32LE(60)
  if (header + 6 > head.length) return 'windows-other'
  return head.readUInt16LE(header + 4) === IMAGE_FILE_MACHINE_AMD64 ? 'windows-x64' : 'windows-other'
}

function readHead(file) {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(4096)
    return head.subarray(0, readSync(handle, head))
  } finally {
    closeSync(handle)
  }
}
