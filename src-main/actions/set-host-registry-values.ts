import { z } from 'zod'
import { HostRegistryValue } from '../contract/models/kms-host-settings.ts'
import { defineAction } from './action.ts'
import { existingHostFindings, ExistingHost } from './host-setting-action.ts'
import { hostKeyPath } from './host-registry-key.ts'
import { openHostRegistry } from './host-settings-reader.ts'
import { HostValueEvidence, type HostValuesWritten } from './host-value-schemas.ts'
import {
  describePreviousHostValues,
  previousHostValues,
  writeHostValues,
  wrongHostValues,
} from './host-value-writing.ts'
import { elevationFindings } from './local-rights.ts'

const Params = z.object({ values: z.array(HostRegistryValue).min(1).max(6), existing: ExistingHost }).strict()
type Params = z.infer<typeof Params>

const namesOf = ({ values }: Params) => values.map(({ name }) => name)

/** Writes the values of an imported .reg file, each once. The values before are in the journal. */
export const setHostRegistryValues = defineAction<Params, HostValueEvidence, HostValuesWritten>({
  kind: 'registry.set-values',
  params: Params,
  evidence: HostValueEvidence,
  risk: 'change',
  weight: 3,
  deadline: 60_000,
  title: (params) => `Write these settings of a KMS host: ${namesOf(params).join(', ')}`,
  equivalent: (params) => `reg import kms-host.reg (HKLM\\${hostKeyPath}: ${namesOf(params).join(', ')})`,
  undo: () => ({ possible: true, sentence: 'The values before are kept in the journal and can be set again.' }),
  check: async (context, { existing }) => [
    ...elevationFindings(context),
    ...(existing ? await existingHostFindings(context) : []),
  ],
  before: async (context, params) => ({
    previous: [...(await previousHostValues(await openHostRegistry(context), namesOf(params)))],
  }),
  run: async (context, { values }, { previous }) => {
    await writeHostValues(await openHostRegistry(context), values)
    return { previous }
  },
  settle: async (context, { values }, { previous }) => {
    const wrong = await wrongHostValues(await openHostRegistry(context), values)
    return wrong.length === 0
      ? { state: 'done', result: { previous }, outcome: 'Every value is written.' }
      : { state: 'not-done', outcome: `Not written yet: ${wrong.join(', ')}.` }
  },
  outcome: ({ previous }) => `Every value is written. ${describePreviousHostValues(previous)}.`,
})
