/** Lets everything else go on; given by the caller, so that texts are made without a clock or timers of their own. */
export type Breathe = () => Promise<void>

/** Rows that are written before main answers the window again: a few milliseconds of work. */
const rowsPerPiece = 250

/** Makes a text row by row without holding main up. */
export const inPieces = async (
  count: number,
  write: (from: number, to: number) => string,
  breathe: Breathe,
): Promise<readonly string[]> => {
  const pieces: string[] = []
  for (let from = 0; from < count; from += rowsPerPiece) {
    pieces.push(write(from, Math.min(count, from + rowsPerPiece)))
    await breathe()
  }
  return pieces
}
