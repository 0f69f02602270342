import { AppFailure } from '../contract/app-error.ts'
import type { LabService } from '../handlers/service-interfaces.ts'
import { isLabKey } from '../lab/fictional-keys.ts'
import type { Lab } from '../lab/open-lab.ts'
import { labFolderOf } from './site-provider.ts'

/** The scenario that the app shows. */
const scenario = 'first-host'

/** What the Lab's service needs. */
export interface LabServiceParts {
  /** The folder that holds every Lab's state. */
  readonly labs: string
  /** Whether a plan runs, which might be working in the Lab. */
  isBusy(): boolean
}

/** The Lab as the window sees it. Its code is loaded when it is first asked for. */
export interface OpenLabService extends LabService {
  /** Lets go of the Lab's folder. */
  close(): Promise<void>
}

/** Opens nothing yet: the first question does. */
export const createLabService = ({ labs, isBusy }: LabServiceParts): OpenLabService => {
  let opened: Promise<Lab> | null = null
  const load = async (): Promise<Lab> => {
    const { openLab } = await import('../lab/open-lab.ts')
    return openLab(scenario, { folder: labFolderOf(labs, scenario) })
  }
  const lab = async (): Promise<Lab> => {
    opened ??= load()
    try {
      return await opened
    } catch (thrown) {
      // The next question tries again: the folder may have been mended meanwhile.
      opened = null
      throw new AppFailure(
        {
          code: 'internal',
          message: 'The Lab could not be opened.',
          remedy: `Look at the folder ${labFolderOf(labs, scenario)}; without it, the Lab begins anew.`,
          detail: thrown instanceof Error ? thrown.message : String(thrown),
          retryable: true,
        },
        { cause: thrown },
      )
    }
  }
  return {
    overview: async () => (await lab()).overview(),
    async reset() {
      if (isBusy())
        throw new AppFailure({
          code: 'busy',
          message: 'A plan is running, so the Lab cannot be put back to its beginning now.',
          remedy: 'Wait until the plan has ended, or stop it.',
          retryable: true,
        })
      const current = await lab()
      await current.reset()
      return current.overview()
    },
    isFictionalKey: isLabKey,
    async close() {
      const current = await opened?.catch(() => null)
      current?.close()
    },
  }
}
