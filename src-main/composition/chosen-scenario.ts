import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ScenarioName } from '../contract/models/target.ts'

const Chosen = z.object({ scenario: ScenarioName })

const fileIn = (labs: string): string => join(labs, 'chosen.json')

/** The scenario that was chosen last; null where none was, or where the file cannot be read. */
export const readChosenScenario = (labs: string): string | null => {
  try {
    return Chosen.parse(JSON.parse(readFileSync(fileIn(labs), 'utf8'))).scenario
  } catch {
    return null
  }
}

/** Remembers the chosen scenario. Throws where the folder cannot be written. */
export const rememberScenario = (labs: string, scenario: string): void => {
  mkdirSync(labs, { recursive: true })
  const draft = `${fileIn(labs)}.new`
  writeFileSync(draft, JSON.stringify({ scenario }))
  renameSync(draft, fileIn(labs))
}
