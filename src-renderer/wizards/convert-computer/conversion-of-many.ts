import { conversionDirections, directionFrom } from '../../../src-main/contract/conversion-directions.ts'
import type { ConversionDirection } from '../../../src-main/contract/models/conversion.ts'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'

/** The conversion that leads on from what was read of a computer; null where none does, undefined where nothing was read. */
export const directionOf = ({ os, licence }: ComputerRow): ConversionDirection | null | undefined =>
  os === null ? undefined : directionFrom(licence?.kind ?? null)

/** How many of the computers each conversion is for, by what was read of them last. */
export const directionCounts = (computers: readonly ComputerRow[]): ReadonlyMap<ConversionDirection, number> =>
  new Map(
    conversionDirections.map((direction) => [
      direction,
      computers.filter((computer) => directionOf(computer) === direction).length,
    ]),
  )
