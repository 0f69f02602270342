import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { timeText } from '../../../format/time.ts'
import { detailWords as words } from '../../../strings/computers/details.ts'
import { channelNames, outcomeNames } from '../../../strings/computers/outcomes.ts'
import { licenseStatusNames } from '../../../strings/licensing.ts'
import { columnOf } from '../model/columns.ts'

type Fact = readonly [string, string]

const fact = (label: string, value: string | null | undefined): readonly Fact[] =>
  value === null || value === undefined || value === '' ? [] : [[label, value]]

/** What was read of a computer, label by label; what is not known is left out. */
export const factsOf = (row: ComputerRow): readonly Fact[] => [
  ...fact(words.lastScan, row.lastScanAt === null ? words.never : timeText(row.lastScanAt)),
  ...fact(words.before, row.previousOutcome && outcomeNames[row.previousOutcome]),
  ...fact(words.windows, row.os && words.build(row.os.caption, row.os.build)),
  ...fact(words.channel, row.licence && channelNames[row.licence.kind]),
  ...fact(words.state, row.licence && licenseStatusNames[row.licence.status]),
  ...fact(words.expires, columnOf('expires')?.text(row)),
  ...fact(words.key, row.licence?.partialKey),
  ...fact(words.kmsHost, row.kmsHost),
  ...fact(words.count, row.currentCount === null ? null : String(row.currentCount)),
  ...fact(words.cmid, row.cmid),
  ...fact(words.ou, row.ou),
  ...fact(words.host, row.host === row.name ? null : row.host),
  ...fact(
    words.account,
    row.user === null ? words.ownAccount : row.passwordNeeded ? words.passwordNeeded(row.user) : row.user,
  ),
]
