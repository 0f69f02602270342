import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { hresultFromWin32 } from '../licensing/result-code.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { defineAction, type ActionContext } from './action.ts'
import { elevationFindings } from './local-rights.ts'
import { pollUntil } from './poll.ts'
import { startProcess } from './process-start.ts'
import { describePrevious, MachineKeyPath, PreviousValue, putValueBack, ValueName } from './registry-path.ts'
import { openRegistry, registryCodes, type Registry } from './std-reg-prov.ts'

const Params = z.object({ path: MachineKeyPath, name: ValueName }).strict()
type Params = z.infer<typeof Params>
const Evidence = z.object({ previous: PreviousValue }).strict()
interface Removed {
  readonly place: string
  readonly previous: PreviousValue
}

/** A StdRegProv without the method answers with one of these; Wine's lacks DeleteValue. */
const missingMethod: ReadonlySet<number> = new Set([0x80041002, 0x8004102e, 0x80041055, 0x8004100c])

const open = async (context: ActionContext): Promise<Registry> =>
  openRegistry(await context.session('root\\default'), context.signal)

const commandLine = ({ path, name }: Params): string => `reg delete "HKLM\\${path}" /v "${name}" /f`

/** Signs that would end or change a quoted argument on a command line. */
const isPlain = ({ path, name }: Params): boolean => !/["%]/.test(path + name)

const isGone = async (registry: Registry, { path, name }: Params): Promise<boolean> =>
  ((await registry.valueNames(path)) ?? []).every((found) => found.name.toLowerCase() !== name.toLowerCase())

const removeWithReg = async (context: ActionContext, registry: Registry, params: Params): Promise<void> => {
  await startProcess(context, commandLine(params))
  await pollUntil(
    context,
    () => isGone(registry, params),
    (gone) => gone,
    { every: 250, atMost: 15_000 },
  )
}

const remove = async (context: ActionContext, registry: Registry, params: Params): Promise<void> => {
  try {
    const code = await registry.remove(params.path, params.name)
    if (code !== registryCodes.done && code !== registryCodes.notFound)
      throw new WmiError('call', hresultFromWin32(code), `DeleteValue failed with code ${code}.`)
  } catch (thrown) {
    const lacksMethod = thrown instanceof WmiError && missingMethod.has(thrown.hresult)
    if (!lacksMethod || !isPlain(params)) throw thrown
    await removeWithReg(context, registry, params)
  }
}

/** Deletes a value below HKEY_LOCAL_MACHINE, once. What it held is in the journal. */
export const removeRegistryValue = defineAction<Params, z.infer<typeof Evidence>, Removed>({
  kind: 'registry.remove-value',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 1,
  deadline: 60_000,
  title: ({ path, name }) => `Delete the registry value ${name} in HKLM\\${path}`,
  equivalent: (params) => commandLine(params),
  undo: () => ({ possible: true, sentence: 'What the value held is kept in the journal and can be set again.' }),
  counterSteps: (params, { previous }) => (previous === null ? [] : putValueBack(params, previous)),
  check: async (context) => elevationFindings(context),
  before: async (context, { path, name }) => ({ previous: await (await open(context)).value(path, name) }),
  run: async (context, params, { previous }) => {
    const registry = await open(context)
    if (!(await isGone(registry, params))) await remove(context, registry, params)
    if (await isGone(registry, params)) return { place: `HKLM\\${params.path}\\${params.name}`, previous }
    throw new AppFailure({
      code: 'wmi-failed',
      message: `Windows reported no error, but the registry value ${params.name} is still there.`,
      remedy: `Run this on the computer: ${commandLine(params)}`,
      retryable: false,
    })
  },
  settle: async (context, params, { previous }) =>
    (await isGone(await open(context), params))
      ? {
          state: 'done',
          result: { place: `HKLM\\${params.path}\\${params.name}`, previous },
          outcome: `The registry value ${params.name} is gone.`,
        }
      : { state: 'not-done', outcome: `The registry value ${params.name} is still there.` },
  outcome: ({ place, previous }) => `${place} is gone; ${describePrevious(previous)}.`,
})
