import { AppFailure } from '../../contract/app-error.ts'
import type { SecretRef, TargetRef } from '../../contract/models/target.ts'
import { passwordName } from '../frozen-plan.ts'
import type { FrozenTarget } from './frozen-batch.ts'

/** A secret of a batch before it is frozen. */
export interface NamedSecret {
  readonly name: string
  readonly label: string
  readonly ref: SecretRef
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const mark = 'secret-by-name:'

/** A copy of plain JSON in which every text is what `change` makes of it. */
const mapTexts = (value: unknown, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, change)]))
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** A draft as it is frozen: the names of secrets in place of references, which die with the app. */
export const withNames = (draft: object, secrets: readonly NamedSecret[]): Record<string, Json> => {
  const names = new Map<string, string>(secrets.map(({ ref, name }) => [ref, name]))
  const named = (text: string): string => {
    const name = names.get(text)
    return name === undefined ? text : `${mark}${name}`
  }
  return Object.fromEntries(Object.entries(draft).map(([member, value]) => [member, mapTexts(value, named)]))
}

const missing = (name: string): AppFailure =>
  new AppFailure({
    code: 'secret-missing',
    message: 'Something secret that this batch needs is not in memory.',
    remedy: 'Enter it again.',
    field: name,
    retryable: false,
  })

const refOf = (refs: ReadonlyMap<string, SecretRef>, name: string): SecretRef => {
  const ref = refs.get(name)
  if (ref === undefined) throw missing(name)
  return ref
}

/** The draft with references again. Throws AppFailure `secret-missing` where one is not in memory. */
export const withReferences = (
  draft: Readonly<Record<string, unknown>>,
  refs: ReadonlyMap<string, SecretRef>,
): Record<string, unknown> => {
  const referred = (text: string): string => (text.startsWith(mark) ? refOf(refs, text.slice(mark.length)) : text)
  return Object.fromEntries(Object.entries(draft).map(([member, value]) => [member, mapTexts(value, referred)]))
}

/** Names for the passwords of computers: one for each password that they share. */
export const passwordNames = (targets: readonly TargetRef[]): readonly NamedSecret[] => {
  const named = new Map<SecretRef, NamedSecret>()
  for (const target of targets) {
    if (target.place === 'this-computer' || target.credential === undefined) continue
    const { user, password } = target.credential
    if (named.has(password)) continue
    const name = named.size === 0 ? passwordName : `${passwordName}-${named.size + 1}`
    named.set(password, { name, label: `the password of ${user}`, ref: password })
  }
  return [...named.values()]
}

/** A computer as it is frozen. */
export const freezeTarget = (target: TargetRef, names: ReadonlyMap<SecretRef, string>): FrozenTarget => {
  if (target.place === 'this-computer') return { computer: target, user: null, password: null }
  const { credential, ...computer } = target
  return {
    computer,
    user: credential?.user ?? null,
    password: credential === undefined ? null : (names.get(credential.password) ?? null),
  }
}

/** The computer with its password's present reference. Throws AppFailure `secret-missing` where it is not in memory. */
export const thawTarget = (
  { computer, user, password }: FrozenTarget,
  refs: ReadonlyMap<string, SecretRef>,
): TargetRef => {
  if (computer.place === 'this-computer' || user === null || password === null) return computer
  return { ...computer, credential: { user, password: refOf(refs, password) } }
}
