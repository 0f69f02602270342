import type { AppError } from '../contract/app-error.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { LabFaultInput } from '../contract/models/lab-fault.ts'
import type { LabOverview } from '../contract/models/lab.ts'
import type { LabService } from '../handlers/service-interfaces.ts'
import { isLabKey } from '../lab/fictional-keys.ts'
import type { Fault, Lab } from '../lab/open-lab.ts'
import { parseInstallationId } from '../licensing/installation-id.ts'
import { readChosenScenario, rememberScenario } from './chosen-scenario.ts'
import { labFolderOf } from './site-provider.ts'

/** What the Lab's service needs. */
export interface LabServiceParts {
  /** The folder that holds every Lab's state. */
  readonly labs: string
  /** Whether a plan runs, which might be working in the Lab. */
  isBusy(): boolean
}

/** The Lab as the window sees it. Its code is loaded when it is first asked for. */
export interface OpenLabService extends LabService {
  /** Lets go of the Lab's folders. */
  close(): Promise<void>
}

const invalid = (field: string, message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field, message, remedy, retryable: false })

const busy: AppError = {
  code: 'busy',
  message: 'A plan is running, so the Lab cannot be put back to its beginning now.',
  remedy: 'Wait until the plan has ended, or stop it.',
  retryable: true,
}

const notOpened = (folder: string, thrown: unknown): AppFailure =>
  new AppFailure(
    {
      code: 'internal',
      message: 'The Lab could not be opened.',
      remedy: `Look at the folder ${folder}; without it, the Lab begins anew.`,
      detail: thrown instanceof Error ? thrown.message : String(thrown),
      retryable: true,
    },
    { cause: thrown },
  )

const faultOf = ({ host, operation, className, method, effect, times }: LabFaultInput): Fault => ({
  host,
  effect,
  ...(operation === null ? {} : { operation }),
  ...(className === null ? {} : { className }),
  ...(method === null ? {} : { method }),
  ...(times === null ? {} : { times }),
})

const reportRemedies = {
  'no-report': 'Choose the file that "Check this computer" saved.',
  incomplete: 'Check that computer again as an administrator, and save a new report.',
  'name-taken': 'Choose another scenario, which has no computer of that name.',
} as const

const loadLab = () => import('../lab/open-lab.ts')

/** Opens nothing yet: the first question does. */
export const createLabService = ({ labs, isBusy }: LabServiceParts): OpenLabService => {
  const opened = new Map<string, Promise<Lab>>()

  /** The chosen scenario; the first one where none was chosen, or one that this version does not have. */
  const chosen = async (): Promise<string> => {
    const { firstScenario, scenarioNames } = await loadLab()
    const name = readChosenScenario(labs)
    return name !== null && scenarioNames.includes(name) ? name : firstScenario
  }

  const open = async (scenario: string): Promise<Lab> => {
    const { openLab } = await loadLab()
    return openLab(scenario, { folder: labFolderOf(labs, scenario) })
  }

  const lab = async (): Promise<Lab> => {
    const scenario = await chosen()
    const opening = opened.get(scenario) ?? open(scenario)
    opened.set(scenario, opening)
    try {
      return await opening
    } catch (thrown) {
      // The next question tries again: the folder may have been mended meanwhile.
      opened.delete(scenario)
      throw notOpened(labFolderOf(labs, scenario), thrown)
    }
  }

  const change = async (work: (lab: Lab) => Promise<unknown>): Promise<LabOverview> => {
    const current = await lab()
    await work(current)
    return current.overview()
  }

  const requireComputer = (current: Lab, host: string): string => {
    const known = current.nameOf(host)
    if (known !== null) return known
    throw invalid('host', `There is no computer "${host}" in the Lab.`, 'Choose one of the computers of the scenario.')
  }

  return {
    overview: async () => (await lab()).overview(),
    async scenarios() {
      const { scenarioList } = await loadLab()
      return { chosen: await chosen(), scenarios: scenarioList.map((scenario) => ({ ...scenario })) }
    },
    async choose(scenario) {
      const { scenarioNames } = await loadLab()
      if (!scenarioNames.includes(scenario)) {
        throw invalid(
          'scenario',
          `The Lab has no scenario "${scenario}".`,
          `Choose one of ${scenarioNames.join(', ')}.`,
        )
      }
      rememberScenario(labs, scenario)
      return (await lab()).overview()
    },
    advance: (minutes) => change((current) => current.advance(minutes)),
    setPower: (host, power) => change((current) => current.setPower(requireComputer(current, host), power)),
    setFault: (fault) =>
      change((current) =>
        current.setFault(faultOf({ ...fault, host: fault.host === '*' ? '*' : requireComputer(current, fault.host) })),
      ),
    clearFaults: (id) => change((current) => current.clearFaults(id ?? undefined)),
    allowKmsPublishing: (zone) =>
      change((current) => {
        const known = current.overview().zones.find(({ name }) => name === zone.toLowerCase())
        if (known) return current.allowKmsPublishing(known.name)
        throw invalid('zone', `There is no DNS zone "${zone}" in the Lab.`, 'Choose one of the zones of the scenario.')
      }),
    async telephone(installationId) {
      const parsed = parseInstallationId(installationId)
      if (parsed.outcome === 'malformed') {
        const [finding] = parsed.findings
        throw invalid('installationId', finding?.message ?? 'This is no installation ID.', finding?.remedy ?? '')
      }
      const digits = (await lab()).confirmationIdFor(parsed.id.digits)
      return { digits, blocks: digits.match(/\d{6}/g) ?? [] }
    },
    loadReport: (text) =>
      change(async (current) => {
        const loaded = await current.loadReport(text)
        if (loaded.outcome === 'loaded') return
        throw invalid('text', loaded.message, reportRemedies[loaded.reason])
      }),
    async reset() {
      if (isBusy()) throw new AppFailure(busy)
      return change((current) => current.reset())
    },
    isFictionalKey: isLabKey,
    async close() {
      const all = await Promise.allSettled(opened.values())
      for (const one of all) if (one.status === 'fulfilled') one.value.close()
    },
  }
}
