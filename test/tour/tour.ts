/**
 * `npm run tour`: plays the app in the Lab, once in light and once in dark, without a display: "Set up a KMS host" and the other
 * tasks, the pages that look, and a task for a hundred computers. Leaves pictures and what was seen in out/tour/.
 */
import type { Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whichElectron } from '../electron-standin/which-electron.mjs'
import { countMethods, readLabCalls } from '../support/lab-log.ts'
import { KmsHostWizard } from '../support/kms-host-wizard.ts'
import { startKit } from '../support/running-kit.ts'
import { playBatch } from './batch.ts'
import { playConversion } from './convert-computer.ts'
import { playClient } from './client.ts'
import { playDeployment } from './deployment.ts'
import { ensureBuilt } from './ensure-built.ts'
import { playPreparation } from './preparation.ts'
import { readResult, readWarning } from './read-page.ts'
import { playLookPages } from './look-pages.ts'
import { playScan } from './scan.ts'
import { playTelephoneAndClock } from './telephone-and-clock.ts'

const outFolder = fileURLToPath(new URL('../../out/tour', import.meta.url))
const host = 'KMS01'
const themes = ['light', 'dark'] as const

type Theme = (typeof themes)[number]
type TakePicture = (page: Page, name: string) => Promise<void>

/** Plays the wizard once: first cancelled at the warning, then carried through. */
const playWizard = async (userData: string, theme: Theme, takePicture: TakePicture) => {
  const { app, page } = await startKit(userData, { theme })
  const picture = (name: string): Promise<void> => takePicture(page, name)
  const counts = () => countMethods(readLabCalls(userData), host)
  try {
    await picture('home')
    const wizard = new KmsHostWizard(page)
    await wizard.open()
    await wizard.chooseLabComputer(host)
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByRole('button', { name: 'Test again' }).waitFor()
    await picture('computer')
    await wizard.toHostKey()
    await picture('host-key')
    await wizard.toReview()
    await picture('review')
    await wizard.openWarning(host)
    await page.waitForFunction(() => !document.querySelector('[role=alertdialog] [role=progressbar]'))
    await picture('warning')
    const warning = await readWarning(wizard.warning)
    await wizard.warning.getByRole('button', { name: 'Cancel' }).click()
    await wizard.warning.waitFor({ state: 'detached' })
    const cancelledRunCalls = { InstallProductKey: 0, Activate: 0, ...counts() }

    await wizard.openWarning(host)
    await wizard.consent(host)
    await picture('running')
    await wizard.succeeded(host)
    await picture('result')
    const result = await readResult(wizard)
    const calls = { InstallProductKey: 0, Activate: 0, ...counts() }
    await page.getByRole('button', { name: 'Show in the journal' }).click()
    await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
    await picture('journal')
    return { warning, cancelledRunCalls, calls, ...result }
  } finally {
    await app.close()
  }
}

/** Plays a part of the tour on a user-data folder of its own. */
const onFreshFolder = async <T>(part: (userData: string) => Promise<T>): Promise<T> => {
  const userData = mkdtempSync(join(tmpdir(), 'activation-kit-tour-'))
  try {
    return await part(userData)
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Plays the whole tour in a theme. */
const play = async (theme: Theme) => {
  let pictures = 0
  const picture: TakePicture = async (page, name) => {
    pictures += 1
    await page.screenshot({ path: join(outFolder, `${theme}-${String(pictures).padStart(2, '0')}-${name}.png`) })
  }
  const wizard = await onFreshFolder((userData) => playWizard(userData, theme, picture))
  const telephoneAndClock = await onFreshFolder((userData) => playTelephoneAndClock(userData, theme, picture))
  await onFreshFolder((userData) => playLookPages(userData, theme, picture))
  await onFreshFolder((userData) => playDeployment(userData, theme, picture))
  const conversion = await onFreshFolder((userData) => playConversion(userData, theme, picture))
  await onFreshFolder((userData) => playClient(userData, theme, picture))
  await onFreshFolder((userData) => playScan(userData, theme, picture))
  const preparation = await onFreshFolder((userData) => playPreparation(userData, theme, picture))
  await onFreshFolder((userData) => playBatch(userData, theme, picture))
  return { theme, ...wizard, ...telephoneAndClock, ...conversion, ...preparation, pictures }
}

ensureBuilt()
const driven = await whichElectron()
console.log(driven.label)
rmSync(outFolder, { recursive: true, force: true })
mkdirSync(outFolder, { recursive: true })
const runs = []
for (const theme of themes) runs.push(await play(theme))
const [first] = runs
if (!first) throw new Error('The tour played no theme.')
const warningShown = runs.every(({ warning }) => warning.role === 'alertdialog' && warning.focus === 'Cancel')
const { cancelledRunCalls, calls, channel, licensed, events, srv, telephone, count } = first
const report = {
  drove: driven.label,
  warningShown,
  cancelledRunCalls,
  calls,
  channel,
  licensed,
  events,
  srv,
  telephone,
  count,
  runs,
}
writeFileSync(join(outFolder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
console.log(`${runs.reduce((sum, { pictures }) => sum + pictures, 0)} pictures and report.json are in out/tour/.`)
