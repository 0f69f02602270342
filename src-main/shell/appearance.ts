import { z } from 'zod'

/** The person's choice of colours. `system` follows Windows. */
export const Appearance = z.object({ theme: z.enum(['system', 'light', 'dark']) }).strict()
export type Appearance = z.infer<typeof Appearance>

/** Used until somebody chooses. */
export const usualAppearance: Appearance = { theme: 'system' }
