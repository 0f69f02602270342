/** @typedef {{ passed: number, failed: number, skipped: number }} Tally What a runner counted. */

/** @returns {Tally} nothing counted yet */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0 })

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally} their sum
 */
export function sumTallies(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    emptyTally(),
  )
}

/**
 * @param {Tally} tally
 * @returns {string} the line that every command of this project ends with
 */
export const tallyLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/**
 * Reads a command's last `N passed, M failed` line.
 *
 * @param {string} output what the command printed; colour codes are ignored
 * @returns {Tally | undefined} undefined where no such line is
 */
export function tallyFromOutput(output) {
  const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
  const lines = [...output.replace(colour, '').matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)]
  const last = lines.at(-1)
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]), skipped: 0 }
}

/**
 * The tally of a command, mended by how it ended: a runner that died, ran out of time or left no report has failed
 * whatever it counted before, and one that ran no test has proved nothing.
 *
 * @param {Tally | undefined} reported what its report says, undefined where it left none that can be read
 * @param {{ code: number, timedOut: boolean }} ending
 * @returns {{ tally: Tally, complaint?: string }} `complaint` says why a failure was added
 */
export function judgeRunner(reported, ending) {
  const tally = reported ?? emptyTally()
  const complaint = complaintAbout(reported, ending)
  return complaint === undefined ? { tally } : { tally: { ...tally, failed: tally.failed + 1 }, complaint }
}

function complaintAbout(reported, { code, timedOut }) {
  if (timedOut) return 'it ran out of time and was ended'
  if (reported === undefined) return `it left no report that can be read (exit code ${code})`
  if (reported.failed > 0) return undefined
  if (code !== 0) return `it ended with exit code ${code} although no test failed`
  if (reported.passed === 0) return 'no test ran'
  return undefined
}
