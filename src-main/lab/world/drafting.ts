import { createDraft, enablePatches, finishDraft, type Draft, type Patch } from 'immer'

enablePatches()

/** How a transaction gets something that it may change, and what it says of the changes in the end. */
export interface Drafting {
  open<T extends object>(base: T): Draft<T>
  close<T extends object>(base: T, draft: Draft<T>): readonly Patch[]
}

/** Drafts of immer: the patches say exactly what changed. Right for a call, which changes little. */
export const exactDrafting: Drafting = {
  open: (base) => createDraft(base),
  close: (_base, draft) => {
    let made: readonly Patch[] = []
    finishDraft(draft, (patches) => {
      made = patches
    })
    return made
  },
}

type Fields = Readonly<Record<string, unknown>>

/** Fields that only ever get and lose members, which themselves never change: they are copied flat and compared by name. */
const flatFields = new Set(['events'])

const copyOf = (name: string, value: unknown): unknown =>
  flatFields.has(name) && typeof value === 'object' ? { ...value } : structuredClone(value)

const memberPatches = (name: string, before: Fields, after: Fields): readonly Patch[] => [
  ...Object.keys(before).flatMap((key) =>
    Object.hasOwn(after, key) ? [] : [{ op: 'remove' as const, path: [name, key] }],
  ),
  ...Object.entries(after).flatMap(([key, value]) =>
    Object.hasOwn(before, key) ? [] : [{ op: 'add' as const, path: [name, key], value }],
  ),
]

/**
 * Plain copies: ten times as fast to work on as immer's drafts, with patches that replace whole fields. Right for many
 * changes at once, such as days on the Lab's clock.
 */
export const bulkDrafting: Drafting = {
  open: <T extends object>(base: T) =>
    Object.fromEntries(Object.entries(base).map(([name, value]) => [name, copyOf(name, value)])) as Draft<T>,
  close: (base, draft) => {
    const before = base as Fields
    return Object.entries(draft as Fields).flatMap(([name, value]) => {
      if (flatFields.has(name)) return memberPatches(name, before[name] as Fields, value as Fields)
      const isSame = JSON.stringify(before[name]) === JSON.stringify(value)
      return isSame ? [] : [{ op: 'replace' as const, path: [name], value }]
    })
  },
}
