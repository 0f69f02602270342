import type { EstateStore } from './estate-store.ts'

/** The estate where its file cannot be opened: nothing can be read or written, and `refuse` throws the reason. */
export const closedEstateStore = (refuse: () => never): EstateStore => ({
  groups: { all: refuse, idOf: refuse, change: refuse, remove: refuse },
  views: { all: refuse, save: refuse, remove: refuse },
  scanNotes: { begin: refuse, unfinished: refuse, end: refuse },
  count: refuse,
  page: refuse,
  byIds: refuse,
  select: refuse,
  accounts: refuse,
  accountsOf: refuse,
  known: refuse,
  add: refuse,
  change: refuse,
  remove: refuse,
  record: refuse,
})
