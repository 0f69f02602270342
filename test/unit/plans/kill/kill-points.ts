import type { JournalStore } from '../../../../src-main/store/journal-store.ts'
import type { Site } from '../../../../src-main/wmi/wmi-session.ts'

/** Told of every moment at which a kill is interesting, by its number and name. */
export type AtPoint = (name: string) => void

/** The methods that change a computer. */
export const writingMethods = [
  'InstallProductKey',
  'SetStringValue',
  'Activate',
  'Create',
  'StopService',
  'StartService',
] as const

/** Those that the grown wizard adds. */
export const grownMethods = [
  'DepositOfflineConfirmationId',
  'SetKeyManagementServiceListeningPort',
  'SetVLActivationInterval',
  'SetVLRenewalInterval',
  'EnableKeyManagementServiceLowPriority',
  'SetMultiStringValue',
] as const

const isWriting = (method: string): boolean =>
  [...writingMethods, ...grownMethods].some((writing) => writing === method)

/** A journal that passes a point before and after every write. */
export const watchedStore = (store: JournalStore, at: AtPoint): JournalStore => {
  const around =
    <A extends readonly unknown[]>(write: (...args: A) => void, name: (...args: A) => string) =>
    (...args: A): void => {
      at(`before journal ${name(...args)}`)
      write(...args)
      at(`after journal ${name(...args)}`)
    }
  return {
    ...store,
    addPlan: around(store.addPlan, () => 'commit'),
    record: around(store.record, ({ entries }) =>
      entries.map(({ event, step }) => `${event} ${step ?? ''}`).join(', '),
    ),
  }
}

/** A site that passes a point before and after every writing call: after means that Windows did it and nobody heard. */
export const watchedSite = (site: Site, at: AtPoint): Site => ({
  ...site,
  connect: async (endpoint, namespace, signal) => {
    const session = await site.connect(endpoint, namespace, signal)
    return {
      ...session,
      call: async (path, method, input, innerSignal) => {
        if (isWriting(method)) at(`before call ${method}`)
        const answer = await session.call(path, method, input, innerSignal)
        if (isWriting(method)) at(`after call ${method}`)
        return answer
      },
    }
  },
})
