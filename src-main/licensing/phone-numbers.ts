import type { TargetRef } from '../contract/models/target.ts'
import { slmgrCommand } from './command-lines.ts'
import { confirmationIdMask } from './redaction.ts'

/** Where to call in one country, as phone.inf tells it. Null where the file says that there is no such number. */
export interface ActivationPhone {
  /** Three letters: DEU. */
  readonly code: string
  readonly country: string
  readonly tollFree: string | null
  /** A number, or a sentence such as one about collect calls. */
  readonly toll: string | null
}

/** The file below the system folder that holds the numbers (kms.md 7). */
export const phoneFile = String.raw`System32\sppui\phone.inf`

type Sections = ReadonlyMap<string, readonly string[]>

const sectionsOf = (text: string): Sections => {
  const sections = new Map<string, string[]>()
  let lines: string[] = []
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const line = raw.trim()
    const name = /^\[([^\]]+)\]$/.exec(line)?.[1]
    if (name !== undefined) {
      lines = sections.get(name.toLowerCase()) ?? []
      sections.set(name.toLowerCase(), lines)
    } else if (line !== '' && !line.startsWith(';')) lines.push(line)
  }
  return sections
}

const stringsOf = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const [, name, quoted, bare] = /^(.+?)\s*=\s*(?:"(.*)"|(.*))$/.exec(line) ?? []
      return name === undefined ? [] : [[name.toLowerCase(), (quoted ?? bare ?? '').trim()] as const]
    }),
  )

/** A name without text is shown by itself, its underscores as blanks. */
const filledIn = (text: string, strings: ReadonlyMap<string, string>): string =>
  text
    .replace(/%([^%]+)%/g, (_, name: string) => strings.get(name.toLowerCase()) ?? name.replaceAll('_', ' '))
    .replace(/\s+/g, ' ')
    .trim()

const numberIn = (text: string, strings: ReadonlyMap<string, string>): string | null =>
  /^(?:%not_available%)?$/i.test(text.trim()) ? null : filledIn(text, strings)

/** Code, two fields that are empty in all files seen, name, toll-free number, toll number. */
const row = /^([A-Z]{3})\s*,[^,]*,[^,]*,\s*([^,]+),([^,]*),(.*)$/i

/**
 * Reads phone.inf: `DEU,,,%Germany%,<toll-free>,<toll>` in the section IsoCodes, the names between percent signs in the
 * section Strings. This is the form of Windows XP's file, the one that could be looked at; whether later Windows keeps
 * it is not known, so a file of another form gives null and never a guess. Sorted by country.
 */
export const parsePhoneNumbers = (text: string): readonly ActivationPhone[] | null => {
  const sections = sectionsOf(text)
  const strings = stringsOf(sections.get('strings') ?? [])
  const phones = (sections.get('isocodes') ?? []).flatMap((line) => {
    const [, code, country, tollFree, toll] = row.exec(line) ?? []
    if (code === undefined || country === undefined) return []
    const phone: ActivationPhone = {
      code: code.toUpperCase(),
      country: filledIn(country, strings),
      tollFree: numberIn(tollFree ?? '', strings),
      toll: numberIn(toll ?? '', strings),
    }
    return phone.tollFree === null && phone.toll === null ? [] : [phone]
  })
  return phones.length === 0 ? null : phones.toSorted((left, right) => left.country.localeCompare(right.country, 'en'))
}

/** The sentence for one country. */
export const phoneSentence = ({ country, tollFree, toll }: ActivationPhone): string => {
  if (tollFree === null) return `${country}: ${(toll ?? 'no number').replace(/\.$/, '')}.`
  return toll === null
    ? `${country}: ${tollFree} (free of charge).`
    : `${country}: ${tollFree} (free of charge) or ${toll}.`
}

/** How to find the number to call: what is known of the file, and Windows' own dialogue at the computer (slui 4). */
export const whereToCall = (target: TargetRef, phones: readonly ActivationPhone[] | null): readonly string[] => [
  phones === null
    ? `The list of telephone numbers of the computer (${phoneFile}) could not be read.`
    : `The computer lists the telephone numbers of ${phones.length} ${phones.length === 1 ? 'country' : 'countries'} (${phoneFile}); they can be out of date.`,
  target.place === 'this-computer'
    ? 'Run slui 4 to let Windows show the number for your country.'
    : `Run slui 4 at ${target.host}, or on any computer with Windows, to let Windows show the number for your country.`,
]

/** `slmgr.vbs … /dti`: shows the installation ID, of one product where its activation ID is given. */
export const showInstallationIdCommand = (target: TargetRef, activationId?: string): string =>
  slmgrCommand(target, '/dti', ...(activationId === undefined ? [] : [activationId]))

/** `slmgr.vbs … /atp` with a placeholder, because a confirmation ID is never printed. */
export const depositConfirmationCommand = (target: TargetRef, activationId?: string): string =>
  slmgrCommand(target, '/atp', confirmationIdMask, ...(activationId === undefined ? [] : [activationId]))
