import { z } from 'zod'
import type { Finding } from '../contract/models/finding.ts'
import { AppFailure } from '../contract/app-error.ts'
import { text } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { defineAction, type ActionContext } from './action.ts'
import { faultFinding } from './licensing-object.ts'
import { elevationFindings } from './local-rights.ts'
import { isLostConnection } from './lost-connection.ts'
import { startProcess } from './process-start.ts'
import { rearmWindows } from './rearm.ts'
import { noneLeft } from './rearm-action.ts'
import { readSkipRearm } from './skip-rearm.ts'

const Evidence = z.object({ rearmsLeft: z.number().int().nullable(), bootedAt: z.string() }).strict()
interface Generalizing {
  readonly rearmsLeft: number | null
}

/** How long Sysprep is watched before it is believed to be at work, in milliseconds; a wrong start ends within seconds. */
const watched = 10_000

const readSystem = async (context: ActionContext): Promise<{ readonly folder: string; readonly bootedAt: string }> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT WindowsDirectory, LastBootUpTime FROM Win32_OperatingSystem'
  const [row = {}] = await session.query(wql, context.signal)
  return { folder: text(row, 'WindowsDirectory') || String.raw`C:\Windows`, bootedAt: text(row, 'LastBootUpTime') }
}

/** Win32_Process.Create expands no variables, so that the folder is read from the computer. */
const commandIn = (folder: string): string =>
  String.raw`${folder}\System32\Sysprep\sysprep.exe /generalize /oobe /shutdown /quiet`

const isRunning = async (context: ActionContext): Promise<boolean> => {
  const session = await context.session('root\\cimv2')
  const rows = await session.query("SELECT ProcessId FROM Win32_Process WHERE Name = 'sysprep.exe'", context.signal)
  return rows.length > 0
}

/** Whether Sysprep is at work a while after its start; a computer that does not answer any more is shutting down. */
const isAtWork = async (context: ActionContext): Promise<boolean> => {
  await context.wait(watched)
  try {
    return await isRunning(context)
  } catch (thrown) {
    if (thrown instanceof WmiError && isLostConnection(thrown) && !context.signal.aborted) return true
    throw thrown
  }
}

/**
 * With no rearm left Sysprep goes through, but leaves the timers as they are and reports an error
 * (deploying-kms-activation.txt, "Preparing KMS Clients").
 */
const rearmFindings = async (context: ActionContext): Promise<readonly Finding[]> => {
  if ((await readSkipRearm(context)) === true)
    return [
      {
        check: 'skip-rearm',
        level: 'warning',
        message:
          'SkipRearm is 1 on the computer: Sysprep leaves the activation timers and the client machine ID as they are, and KMS hosts count all copies as one computer.',
        remedy: 'Delete the registry value SkipRearm first, unless you know why it is there.',
      },
    ]
  const { left } = await rearmWindows.before(context, {})
  if (left !== 0) return []
  return [
    {
      ...faultFinding(noneLeft('Windows')),
      message:
        'No rearm is left. Sysprep would go through, but leave the activation timers as they are and report an error.',
    },
  ]
}

/**
 * Makes the installation an image with Sysprep: what belongs to this one computer is removed, its timers and client machine
 * ID are reset, and it shuts down. That cannot be undone. Success is that Sysprep is at work: what comes after ends the
 * connection.
 */
export const generalizeWindows = defineAction<Record<string, never>, z.infer<typeof Evidence>, Generalizing>({
  kind: 'windows.generalize',
  params: z.object({}).strict(),
  evidence: Evidence,
  risk: 'irreversible',
  weight: 20,
  deadline: 180_000,
  title: () => 'Generalize Windows with Sysprep: remove its name, domain and SID, reset activation, and shut it down',
  equivalent: (_, target) => {
    const command = commandIn('%SystemRoot%')
    return target.place === 'this-computer' ? command : `On ${target.host}: ${command}`
  },
  undo: () => ({
    possible: false,
    sentence:
      'What Sysprep removes cannot be brought back: go on from a backup or snapshot of the computer that was made before.',
  }),
  check: async (context) => [...elevationFindings(context), ...(await rearmFindings(context))],
  before: async (context) => ({
    rearmsLeft: (await rearmWindows.before(context, {})).left,
    bootedAt: (await readSystem(context)).bootedAt,
  }),
  run: async (context, _, { rearmsLeft }) => {
    const [problem] = (await rearmFindings(context)).filter(({ level }) => level === 'problem')
    if (problem !== undefined) throw new AppFailure({ ...noneLeft('Windows'), message: problem.message })
    // An earlier life of the app may have started it: two at once spoil each other.
    if (await isRunning(context)) return { rearmsLeft }
    const { folder } = await readSystem(context)
    context.note('Sysprep is starting')
    await startProcess(context, commandIn(folder))
    if (await isAtWork(context)) return { rearmsLeft }
    throw new AppFailure({
      code: 'wmi-failed',
      message: 'Sysprep ended at once, without shutting the computer down.',
      remedy: String.raw`Read ${folder}\System32\Sysprep\Panther\setupact.log on the computer; an app that is not installed for all users is a frequent reason.`,
      retryable: false,
    })
  },
  settle: async (context, _, { rearmsLeft, bootedAt }) => {
    if (await isRunning(context))
      return { state: 'done', result: { rearmsLeft }, outcome: 'Sysprep is at work on the computer.' }
    const now = await readSystem(context)
    return {
      state: 'cannot-tell',
      outcome:
        now.bootedAt === bootedAt
          ? 'Sysprep is not at work. Whether it was and ended with an error stands in its log, Panther\\setupact.log.'
          : 'The computer was started since. Look at it before anything else is done to it.',
    }
  },
  outcome: () =>
    'Sysprep is at work. It shuts the computer down when it is done; capture the image before the computer is started again.',
})
