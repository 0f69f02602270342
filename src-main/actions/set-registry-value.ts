import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { defineAction, type ActionContext } from './action.ts'
import { elevationFindings } from './local-rights.ts'
import { describePrevious, MachineKeyPath, PreviousValue, putValueBack, ValueName } from './registry-path.ts'
import { openRegistry, type Registry } from './std-reg-prov.ts'

const Params = z.discriminatedUnion('type', [
  z.object({ path: MachineKeyPath, name: ValueName, type: z.literal('REG_SZ'), data: z.string().max(16_000) }).strict(),
  z
    .object({
      path: MachineKeyPath,
      name: ValueName,
      type: z.literal('REG_DWORD'),
      data: z.number().int().min(0).max(0xffffffff),
    })
    .strict(),
])
type Params = z.infer<typeof Params>
const Evidence = z.object({ previous: PreviousValue }).strict()
interface Written {
  readonly place: string
  readonly previous: PreviousValue
}

const open = async (context: ActionContext): Promise<Registry> =>
  openRegistry(await context.session('root\\default'), context.signal)
const isSet = (found: PreviousValue, { type, data }: Params): boolean => found?.type === type && found.data === data

/** Writes a REG_SZ or REG_DWORD below HKEY_LOCAL_MACHINE, once. The value before it is in the journal. */
export const setRegistryValue = defineAction<Params, z.infer<typeof Evidence>, Written>({
  kind: 'registry.set-value',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 1,
  deadline: 60_000,
  title: ({ path, name, data }) => `Set the registry value ${name} to "${data}" in HKLM\\${path}`,
  equivalent: ({ path, name, type, data }) => `reg add "HKLM\\${path}" /v "${name}" /t ${type} /d "${data}" /f`,
  undo: () => ({ possible: true, sentence: 'The value before is kept in the journal and can be set again.' }),
  counterSteps: (params, { previous }) => (isSet(previous, params) ? [] : putValueBack(params, previous)),
  check: async (context) => elevationFindings(context),
  before: async (context, { path, name }) => ({ previous: await (await open(context)).value(path, name) }),
  run: async (context, params, { previous }) => {
    const { path, name, data } = params
    const registry = await open(context)
    const result: Written = { place: `HKLM\\${path}\\${name}`, previous }
    if (isSet(await registry.value(path, name), params)) return result
    if ((await registry.valueNames(path)) === null) await registry.createKey(path)
    await registry.set(path, name, data)
    if ((await registry.value(path, name))?.type === params.type) return result
    throw new AppFailure({
      code: 'wmi-failed',
      message: `Windows reported no error, but the registry value ${name} is not there.`,
      remedy: 'Check that the account may write to this key.',
      retryable: false,
    })
  },
  settle: async (context, params, { previous }) => {
    const { path, name } = params
    if (!isSet(await (await open(context)).value(path, name), params))
      return { state: 'not-done', outcome: `The registry value ${name} is not set yet.` }
    return {
      state: 'done',
      result: { place: `HKLM\\${path}\\${name}`, previous },
      outcome: `The registry value ${name} is set.`,
    }
  },
  outcome: ({ place, previous }) => `${place} is set; ${describePrevious(previous)}.`,
})
