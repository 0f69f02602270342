import type { Handlers } from '../contract/handlers.ts'
import type { JournalService } from './service-interfaces.ts'

/** The journal, page by page. */
export const journalHandlers = (journal: JournalService): Pick<Handlers, 'journal.read'> => ({
  'journal.read': async (page) => [...journal.read(page)],
})
