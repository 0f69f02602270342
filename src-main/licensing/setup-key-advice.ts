import type { SetupKeyAdvice, SetupKeyChoice } from '../contract/models/conversion.ts'
import { type InstalledEdition, setupKeyCandidates, setupKeysFor } from './setup-key-suggestion.ts'
import { type SetupKey, setupKeyName } from './setup-keys.ts'

/** A computer as the advice names it: "Microsoft Windows 7 Enterprise " is the caption that Windows gives. */
export interface NamedEdition extends InstalledEdition {
  readonly caption: string
  readonly isServer: boolean
}

type NoKey = Extract<SetupKeyAdvice['suggestion'], { readonly outcome: 'none' }>

/** Key of Server 2008 R2 HPC Edition in the guide's Table 6, which Microsoft has replaced since (gvlk-notes.md). */
const replacedInTable6 = (row: SetupKey): boolean => row.product === 'Windows Server 2008 R2' && /HPC/.test(row.edition)

const remarkOf = (row: SetupKey): string | null => {
  if (replacedInTable6(row))
    return row.status === 'historical'
      ? 'This is the key in Table 6 of the guide. Microsoft has replaced it; use it where Windows refuses the current one.'
      : 'Table 6 of the guide shows another key: Microsoft has changed it since.'
  return row.status === 'historical' ? 'Microsoft no longer prints this key.' : null
}

const choiceOf = (row: SetupKey): SetupKeyChoice => ({
  key: row.key,
  name: setupKeyName(row),
  remark: remarkOf(row),
})

const productName = ({ caption, version }: NamedEdition): string =>
  caption.replace(/^Microsoft\s+/, '').trim() || `Windows version ${version}`

/** What a choice rests on: "Windows 7 Enterprise, EditionID Enterprise, build 7601". */
export const editionBasis = (installed: NamedEdition): string =>
  [
    productName(installed),
    installed.editionId === null ? 'EditionID not readable' : `EditionID ${installed.editionId}`,
    `build ${installed.build}`,
  ].join(', ')

/** EditionIDs of consumer editions, which Microsoft sells no volume licences for (the published list names none). */
const consumerEdition = /^(?:Starter|HomeBasic|HomePremium|Ultimate|Core)(?:N|E|SingleLanguage|CountrySpecific)?$/i
const evaluationEdition = /Eval(?:Cor)?$/i
/** Windows Server, version 23H2 (Annual Channel): the list has no key for it (gvlk-notes.md). */
const annualChannelBuild = 25398

const noKey = (installed: NamedEdition): NoKey => {
  const name = productName(installed)
  const { editionId, build, isServer } = installed
  if (editionId !== null && consumerEdition.test(editionId))
    return {
      outcome: 'none',
      reason: `${name} has no volume licences: there is no client setup key and no MAK for it.`,
      remedy: 'Upgrade it to an edition with volume licences first, such as Pro or Enterprise.',
      mayType: false,
    }
  if (editionId !== null && evaluationEdition.test(editionId))
    return {
      outcome: 'none',
      reason: `${name} is an evaluation edition (${editionId}), which takes no client setup key.`,
      remedy: isServer
        ? 'Make it the full edition first: on the computer, DISM /Online /Set-Edition with the edition’s client setup key.'
        : 'Install the full edition first; an evaluation of a client Windows cannot be converted.',
      mayType: false,
    }
  if (isServer && build === annualChannelBuild)
    return {
      outcome: 'none',
      reason: 'Microsoft publishes no client setup key for Windows Server, version 23H2.',
      remedy: 'If Microsoft gave your organisation a client setup key for it, type that key.',
      mayType: true,
    }
  return {
    outcome: 'none',
    reason: `Microsoft’s list has no client setup key for ${editionBasis(installed)}.`,
    remedy: 'Check the edition on the computer (winver). If you know its client setup key, type that key.',
    mayType: true,
  }
}

/**
 * The client setup key for a computer with what it rests on. Never guesses: where EditionID and SKU contradict each
 * other, or neither could be read, a person chooses; where none is published, the reason and the way out are told.
 */
export const adviseSetupKey = (installed: NamedEdition): SetupKeyAdvice => {
  const basis = editionBasis(installed)
  const found = setupKeysFor(installed)
  switch (found.outcome) {
    case 'one':
      return {
        basis,
        suggestion: { outcome: 'one', choice: choiceOf(found.key), ifRefused: found.ifRefused.map(choiceOf) },
      }
    case 'several':
      return { basis, suggestion: { outcome: 'several', candidates: found.candidates.map(choiceOf) } }
    case 'none': {
      const unknownEdition = installed.editionId === null
      const candidates = unknownEdition ? setupKeyCandidates(installed, installed.isServer) : []
      return {
        basis,
        suggestion:
          candidates.length > 0 ? { outcome: 'several', candidates: candidates.map(choiceOf) } : noKey(installed),
      }
    }
  }
}
