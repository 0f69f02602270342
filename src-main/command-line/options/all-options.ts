import type { SlmgrOption } from '../slmgr-option.ts'
import { clientOptions } from './client-options.ts'
import { hostOptions } from './host-options.ts'
import { keyOptions } from './key-options.ts'
import { tokenAndDirectoryOptions } from './token-and-directory-options.ts'

/** Every option of slmgr that the app carries out, in the order of slmgr.md 1.3 to 1.7. */
export const slmgrOptions: readonly SlmgrOption[] = [
  ...keyOptions,
  ...clientOptions,
  ...hostOptions,
  ...tokenAndDirectoryOptions,
]
