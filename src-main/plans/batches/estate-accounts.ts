import { AppFailure } from '../../contract/app-error.ts'
import type { BatchSelection, CheckedBatchRequest } from '../../contract/models/batch.ts'
import type { EstatePlace } from '../../contract/models/estate.ts'
import type { SecretRef, TargetRef } from '../../contract/models/target.ts'
import { thawTarget } from './batch-secrets.ts'
import { breathe, type FrozenTarget } from './frozen-batch.ts'
import { computersInWords } from './template-parts.ts'

/** A computer of the estate with the account that it is reached with: its own, or else its group's. */
export interface BatchEstateComputer {
  readonly target: TargetRef
  /** The account whose password is not in memory; null where none is missing. */
  readonly passwordNeededFor: string | null
}

/** The estate as batches see it. Both throw AppFailure `disk-full` or `journal-unavailable`. */
export interface BatchEstate {
  /** The computers of these numbers that there are. */
  byIds(place: EstatePlace, ids: readonly number[]): readonly BatchEstateComputer[]
  /** The computers of these names, as far as the estate has them. */
  byHosts(place: EstatePlace, hosts: readonly string[]): readonly BatchEstateComputer[]
}

const portion = 500

const keyOf = (host: string): string => host.trim().toLowerCase().replace(/\.$/, '')

const placeOf = (target: Exclude<TargetRef, { readonly place: 'this-computer' }>): EstatePlace =>
  target.place === 'network' ? { place: 'network' } : { place: 'lab', scenario: target.scenario }

const passwordsMissing = (missing: ReadonlyMap<string, number>): AppFailure => {
  const accounts = [...missing].map(([user, count]) => `${user} (${computersInWords(count)})`).join(', ')
  return new AppFailure({
    code: 'secret-missing',
    field: 'passwords',
    message: `Passwords are missing, which are never kept on disk: ${accounts}.`,
    remedy: 'Enter them, or leave these computers out.',
    retryable: false,
  })
}

/** Gathers what the estate gave, and which passwords it lacks. */
const createGathering = () => {
  const missing = new Map<string, number>()
  return {
    take({ target, passwordNeededFor }: BatchEstateComputer): TargetRef {
      if (passwordNeededFor !== null) missing.set(passwordNeededFor, (missing.get(passwordNeededFor) ?? 0) + 1)
      return target
    },
    /** Throws AppFailure `secret-missing` where a password is missing. */
    check(): void {
      if (missing.size > 0) throw passwordsMissing(missing)
    },
  }
}

const ofSelection = async ({ place, ids }: BatchSelection, estate: BatchEstate): Promise<readonly TargetRef[]> => {
  const gathering = createGathering()
  const targets: TargetRef[] = []
  for (let from = 0; from < ids.length; from += portion) {
    targets.push(...estate.byIds(place, ids.slice(from, from + portion)).map(gathering.take))
    await breathe()
  }
  const gone = new Set(ids).size - targets.length
  if (gone > 0)
    throw new AppFailure({
      code: 'not-found',
      field: 'targets',
      message: `${computersInWords(gone)} of those chosen ${gone === 1 ? 'is' : 'are'} no longer in the list.`,
      remedy: 'Go back to Computers and choose again.',
      retryable: false,
    })
  gathering.check()
  return targets
}

/**
 * Gives each computer without a credential the account that it has in the estate; one that the estate does not know stays as
 * it is. Throws AppFailure `secret-missing` (field `passwords`) where an account is known and its password is not.
 */
export const withAccounts = async (
  targets: readonly TargetRef[],
  estate: BatchEstate,
): Promise<readonly TargetRef[]> => {
  const gathering = createGathering()
  const given: TargetRef[] = []
  for (let from = 0; from < targets.length; from += portion) {
    const slice = targets.slice(from, from + portion)
    const asked = slice.flatMap((target) =>
      target.place === 'this-computer' || target.credential !== undefined ? [] : [target],
    )
    const known = new Map<string, BatchEstateComputer>()
    for (const place of new Map(asked.map((target) => [JSON.stringify(placeOf(target)), placeOf(target)])).values()) {
      const key = JSON.stringify(place)
      const hosts = asked.filter((target) => JSON.stringify(placeOf(target)) === key).map(({ host }) => host)
      for (const computer of estate.byHosts(place, hosts))
        if (computer.target.place !== 'this-computer') known.set(`${key} ${keyOf(computer.target.host)}`, computer)
    }
    for (const target of slice) {
      const isAsked = target.place !== 'this-computer' && target.credential === undefined
      const computer = isAsked ? known.get(`${JSON.stringify(placeOf(target))} ${keyOf(target.host)}`) : undefined
      if (computer === undefined) {
        given.push(target)
        continue
      }
      const withAccount = gathering.take(computer)
      const credential = withAccount.place === 'this-computer' ? undefined : withAccount.credential
      given.push(credential === undefined || target.place === 'this-computer' ? target : { ...target, credential })
    }
    await breathe()
  }
  gathering.check()
  return given
}

/**
 * Frozen computers with their present accounts: those of the estate, because a wrong password may be why they failed; where
 * it has none, the one that they were frozen with. Throws AppFailure `secret-missing`.
 */
export const accountsAgain = async (
  frozen: readonly FrozenTarget[],
  refs: ReadonlyMap<string, SecretRef>,
  estate: BatchEstate | undefined,
): Promise<readonly TargetRef[]> => {
  if (estate === undefined) return frozen.map((target) => thawTarget(target, refs))
  const given = await withAccounts(
    frozen.map(({ computer }) => computer),
    estate,
  )
  return frozen.map((target, index) => {
    const present = given[index]
    const hasAccount = present !== undefined && present.place !== 'this-computer' && present.credential !== undefined
    return hasAccount ? present : thawTarget(target, refs)
  })
}

/** The computers that a request asks for, with their accounts. Throws AppFailure `secret-missing`, `not-found`. */
export const resolveTargets = async (
  asked: CheckedBatchRequest['targets'],
  estate: BatchEstate | undefined,
): Promise<readonly TargetRef[]> => {
  if (estate !== undefined) return 'ids' in asked ? ofSelection(asked, estate) : withAccounts(asked, estate)
  if (!('ids' in asked)) return asked
  throw new AppFailure({
    code: 'not-found',
    field: 'targets',
    message: 'There is no list of computers here to choose from.',
    remedy: 'Name the computers.',
    retryable: false,
  })
}
