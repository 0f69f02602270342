import { z } from 'zod'
import type { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import { showDetailsCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { readSnapshot } from './licensing-reader.ts'

/** Reads what is licensed on the computer, as it stands before anything is changed. */
export const readSnapshotAction = defineAction<Record<string, never>, null, LicenseSnapshot>({
  kind: 'licensing.read-snapshot',
  params: z.object({}).strict(),
  evidence: z.null(),
  risk: 'read',
  weight: 2,
  deadline: 60_000,
  title: () => 'Read what is licensed on the computer',
  equivalent: (_, target) => showDetailsCommand(target),
  undo: () => null,
  before: async () => null,
  run: (context) => readSnapshot(context),
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: ({ products, osCaption }) =>
    products.length === 0
      ? `${osCaption}, no product key installed.`
      : `${osCaption}; ${products.map(({ channel, status }) => `${channel} (${status})`).join(', ')}.`,
})
