/**
 * Checks what `npm run tour` saw: `node .ci/check-tour-report.mjs REPORT`. One line for each promise; the last line is
 * `N passed, M failed`.
 */
import { readFileSync } from 'node:fs'
import { createReport } from '../test/running/report.mjs'

const [file] = process.argv.slice(2)
const report = createReport()

/** How often a method was called on the host, as the tour counted it in the Lab's log. */
const callsOf = (calls, method) => calls[method] ?? 0

await report.attempt('the tour left a report', () => {
  const { warningShown, cancelledRunCalls, calls, channel, licensed, events, srv, telephone, count } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  report.expect('the warning was an alert dialog with the focus on Cancel', warningShown === true, `${warningShown}`)
  const cancelled = callsOf(cancelledRunCalls, 'InstallProductKey')
  report.expect('the cancelled run installed no key', cancelled === 0, `${cancelled} calls`)
  for (const method of ['InstallProductKey', 'Activate']) {
    const count = callsOf(calls, method)
    report.expect(`the other run called ${method} exactly once`, count === 1, `${count} calls`)
  }
  report.expect('the product’s channel is that of a KMS host', channel.startsWith('VOLUME_KMS'), channel)
  report.expect('the product is licensed', licensed === true, `${licensed}`)
  report.expect('event 12294 says that DNS was written', events.includes(12294), JSON.stringify(events))
  report.expect('there is an SRV record', srv.length > 0, JSON.stringify(srv))
  report.expect('telephone activation outlived a restart', telephone.licensed === true, JSON.stringify(telephone))
  const counted = (text) => Number(/^\d+/.exec(text)?.[0] ?? Number.NaN)
  const reached = counted(count.before) < 25 && counted(count.after) >= 25
  report.expect('the clock brought thirty clients to the threshold', reached, JSON.stringify(count))
})
process.exitCode = report.finish()
