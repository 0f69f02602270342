import { labError, labHresults } from '../lab-error.ts'
import { applicationLog, logEvent } from '../machine/event-log.ts'
import { hashText } from '../random.ts'
import type { Scene } from '../world/scene.ts'

/** Names of the elements that hold a licence. documented: licence files (xrm-ms) are XML of MPEG-21's rights language. */
const licenceElement = /^<(?:[a-z][\w.-]*:)?(?:licen[cs]eGroup|licen[cs]e)\b/i

/** The text without byte order mark, XML declaration and comments before the first element. */
const firstElementOf = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '')
    .trimEnd()

/** Whether the outermost element is closed by its own end tag, as far as can be seen without a parser. */
const isClosed = (element: string): boolean => {
  const name = /^<([\w.:-]+)/.exec(element)?.[1] ?? ''
  return element.endsWith(`</${name}>`) || /^<[^<>]*\/>$/.test(element)
}

const titleOf = (text: string): string =>
  /<tm:infoStr[^>]*name="title"[^>]*>([^<]+)</i.exec(text)?.[1]?.trim() ??
  `Licence ${hashText(text).toString(16).padStart(8, '0')}`

/**
 * Reads a text as a licence and keeps its title. documented: event 1004 with the title (events.json). assumed: text that is
 * no licence fails with the code given, SL_E_INVALID_LICENSE or SL_E_INVALID_PACKAGE (slerror.h); the same licence again
 * is taken again; the Lab checks no signature. Throws WmiError.
 */
const install = (scene: Scene, text: string, refusal: number): void => {
  const element = firstElementOf(text)
  if (!licenceElement.test(element) || !isClosed(element)) throw labError('call', refusal, 'This is not a licence.')
  const title = titleOf(text)
  const { installedLicences } = scene.change().licensing
  if (!installedLicences.includes(title)) installedLicences.push(title)
  logEvent(scene, { log: applicationLog, id: 1004, data: [title] })
}

/** InstallLicense. Throws WmiError. */
export const installLicence = (scene: Scene, text: string): void => install(scene, text, labHresults.invalidLicence)

/** InstallLicensePackage. Throws WmiError. */
export const installLicencePackage = (scene: Scene, text: string): void =>
  install(scene, text, labHresults.invalidPackage)
