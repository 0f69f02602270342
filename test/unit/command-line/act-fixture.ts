import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAct, type ActWorld } from '../../../src-main/command-line/run-act.ts'
import type { TracedCall } from '../../../src-main/command-line/traced-site.ts'
import type { SystemKeyAnswer } from '../../../src-main/contract/models/product-key-check.ts'
import type { NewJournalEntry } from '../../../src-main/store/stored-plan.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import { createLabClock } from '../plans/lab-world.ts'

/** What a run of the command left. */
export interface Ran {
  readonly code: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly trace: readonly TracedCall[]
  /** The calls alone, as "Class Method {arguments}", without activation IDs, versions and what only reads the registry. */
  readonly calls: readonly string[]
  /** Lines of `out` that are neither trace nor journal. */
  readonly text: readonly string[]
  readonly journal: NewJournalEntry | null
  readonly state: string | null
  /** What was asked on the terminal. */
  readonly questions: readonly string[]
}

/** What a test may put in place of the world outside. */
export interface ActParts {
  readonly platform?: NodeJS.Platform
  readonly input?: string
  readonly typed?: string
  readonly site?: Site
  readonly elevated?: boolean | null
  /** What Windows says of a key. */
  readonly keyAnswer?: SystemKeyAnswer
}

const member = (line: string, name: string): unknown => {
  if (!line.startsWith('{')) return undefined
  return (JSON.parse(line) as Record<string, unknown>)[name]
}

const readsRegistry = (call: TracedCall): boolean =>
  call.op === 'call' && call.path === 'StdRegProv' && /^(?:Get|Enum|Check)/.test(call.method)

const callText = (call: TracedCall): string => {
  if (call.op === 'query') return `query ${call.wql}`
  if (call.op === 'delete') return `delete ${call.path}`
  return `${call.path.split('.')[0]} ${call.method} ${JSON.stringify(call.args)}`
}

/** Runs the command in this process. Nothing of it waits for real time longer than the Lab does. */
export const act = async (argv: readonly string[], parts: ActParts = {}): Promise<Ran> => {
  const out: string[] = []
  const err: string[] = []
  const questions: string[] = []
  const files: string[] = []
  const world: ActWorld = {
    platform: parts.platform ?? 'linux',
    clock: createLabClock(),
    who: 'FABRIKAM\\tech',
    computerName: 'DESK',
    elevated: async () => parts.elevated ?? null,
    openNetwork: async () => {
      if (!parts.site) throw new Error('No network was expected.')
      return parts.site
    },
    out: (line) => out.push(...line.split('\n')),
    err: (line) => err.push(...line.split('\n')),
    isTerminal: parts.input === undefined,
    askSecret: async (question) => {
      questions.push(question)
      return parts.typed ?? ''
    },
    ask: async (question) => {
      questions.push(question)
      return parts.typed ?? ''
    },
    identifyKey: async () => parts.keyAnswer ?? { outcome: 'not-recognised' },
    readInput: async () => parts.input ?? '',
    writeFile: async (_path, text) => void files.push(text),
  }
  const code = await runAct(argv, world)
  const trace = out.filter((line) => member(line, 'op') !== undefined).map((line) => JSON.parse(line) as TracedCall)
  const journal = out.find((line) => member(line, 'event') !== undefined)
  return {
    code,
    out,
    err,
    trace,
    calls: trace.filter((call) => call.op !== 'query' && !readsRegistry(call)).map(callText),
    text: out.filter((line) => !line.startsWith('{"')),
    journal: journal === undefined ? null : (JSON.parse(journal) as NewJournalEntry),
    state: files[0] ?? null,
    questions,
  }
}

/** Runs an option against a Lab computer, traced: `onLab('contoso-2009', 'PC001', '/skms', 'kms01')`. */
export const onLab = (scenario: string, target: string, ...words: readonly string[]): Promise<Ran> =>
  act(['--lab', scenario, '--target', target, '--trace', ...words])

/** A folder for a Lab that several runs share, gone at the end of the test. */
export const sharedLab = (scenario: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'act-lab-'))
  return {
    folder,
    run: (target: string, ...words: readonly string[]) =>
      act(['--lab', scenario, '--folder', folder, '--target', target, '--trace', ...words]),
    log: () => readFileSync(join(folder, 'calls.jsonl'), 'utf8'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
