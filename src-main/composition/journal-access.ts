import type { AppError } from '../contract/app-error.ts'
import { AppFailure, toAppError } from '../contract/app-error.ts'
import type { JournalFileOptions, StoreNotice } from '../store/journal-file.ts'
import { closedEstateStore } from '../store/closed-estate-store.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { openSteadyJournal } from '../store/steady-journal.ts'

const closedJournal = (error: AppError): JournalStore => {
  const refuse = (): never => {
    throw new AppFailure(error)
  }
  const notice: StoreNotice = {
    level: 'error',
    message: error.message,
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
  }
  return {
    notices: [notice],
    knownHosts: { all: () => [], remember: refuse },
    batches: {
      addComputers: refuse,
      add: refuse,
      forgetHeadless: () => undefined,
      change: refuse,
      discardOpen: refuse,
      writeAll: refuse,
      batch: () => null,
      batchesIn: () => [],
      newest: () => [],
      counts: () => new Map(),
      computers: () => [],
    },
    estate: closedEstateStore(refuse),
    addPlan: refuse,
    record: refuse,
    plan: () => null,
    plansById: () => [],
    plansIn: () => [],
    origins: () => [],
    read: refuse,
    close: () => undefined,
  }
}

/**
 * Opens the journal. Where it cannot be opened (in use, written by a newer version, disk full) the app starts all the
 * same: a notice says why, reading works on computers still, and nothing can be committed, because what could not be
 * written down must not be done.
 */
export const openJournalOrExplain = (
  options: JournalFileOptions,
  open: (options: JournalFileOptions) => JournalStore = openSteadyJournal,
): JournalStore => {
  try {
    return open(options)
  } catch (thrown) {
    return closedJournal(toAppError(thrown))
  }
}
