/**
 * Judges what the tests wrote. Without their own last line they did not finish: that is a failure, whatever the exit
 * code was.
 */
export const outcomeOf = (text, { status, timedOut }) => {
  const lines = text.trimEnd().split(/\r?\n/)
  const finished = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '')
  if (finished) {
    const [, passed, failed] = finished.map(Number)
    return { text: lines.join('\n'), ok: failed === 0 && passed > 0 && status === 0 }
  }
  const passed = lines.filter((line) => line.startsWith('ok ')).length
  const failed = lines.filter((line) => line.startsWith('FAILED ')).length + 1
  const why = timedOut ? 'the tests did not end in time' : `the process ended with ${status} before the last test`
  return { text: [...lines, `FAILED ${why}`, `${passed} passed, ${failed} failed`].join('\n'), ok: false }
}
