import { z } from 'zod'
import { formatPublishList } from '../licensing/publish-list.ts'
import { defineAction } from './action.ts'
import { existingHostFindings, ExistingHost } from './host-setting-action.ts'
import { hostKeyPath } from './host-registry-key.ts'
import { openHostRegistry } from './host-settings-reader.ts'
import { HostValueEvidence, type HostValuesWritten } from './host-value-schemas.ts'
import {
  describePreviousHostValues,
  previousHostValues,
  type WantedHostValue,
  writeHostValues,
  wrongHostValues,
} from './host-value-writing.ts'
import { elevationFindings } from './local-rights.ts'

const name = 'DnsDomainPublishList'
const WholeNumber = z.number().int().min(0).max(65_535)
const Params = z
  .object({
    rows: z.array(
      z.object({ domain: z.string().min(1).max(253), priority: WholeNumber, weight: WholeNumber }).strict(),
    ),
    existing: ExistingHost,
  })
  .strict()
type Params = z.infer<typeof Params>

const wanted = ({ rows }: Params): readonly WantedHostValue[] => [
  rows.length === 0 ? { name, data: null } : { name, type: 'REG_MULTI_SZ', data: formatPublishList(rows) },
]

const domains = ({ rows }: Params): string => rows.map(({ domain }) => domain).join(', ')

/**
 * Writes the list of DNS domains in which a KMS host publishes itself (DnsDomainPublishList, kms.md 2), or deletes it
 * where it is empty. slmgr has no option for it. The list before is in the journal. It takes effect with the restart of
 * the licensing service.
 */
export const setPublishList = defineAction<Params, HostValueEvidence, HostValuesWritten>({
  kind: 'kms-host.set-publish-list',
  params: Params,
  evidence: HostValueEvidence,
  risk: 'change',
  weight: 2,
  deadline: 60_000,
  title: (params) =>
    params.rows.length === 0
      ? 'Delete the list of DNS domains, so that the KMS host publishes itself in its own domain alone'
      : `Publish the KMS host in these DNS domains: ${domains(params)}`,
  equivalent: (params) =>
    params.rows.length === 0
      ? `reg delete "HKLM\\${hostKeyPath}" /v ${name} /f`
      : `reg add "HKLM\\${hostKeyPath}" /v ${name} /t REG_MULTI_SZ /d "${formatPublishList(params.rows).join(String.raw`\0`)}" /f`,
  undo: () => ({
    possible: true,
    sentence:
      'The list before is kept in the journal and can be written again. Records that were published under this list stay in DNS until they are removed.',
  }),
  check: async (context, { existing }) => [
    ...elevationFindings(context),
    ...(existing ? await existingHostFindings(context) : []),
  ],
  before: async (context) => ({ previous: [...(await previousHostValues(await openHostRegistry(context), [name]))] }),
  run: async (context, params, { previous }) => {
    await writeHostValues(await openHostRegistry(context), wanted(params))
    return { previous }
  },
  settle: async (context, params, { previous }) =>
    (await wrongHostValues(await openHostRegistry(context), wanted(params))).length === 0
      ? { state: 'done', result: { previous }, outcome: 'The list of DNS domains is written.' }
      : { state: 'not-done', outcome: 'The list of DNS domains is not written yet.' },
  outcome: ({ previous }) => `The list of DNS domains is written. ${describePreviousHostValues(previous)}.`,
})
