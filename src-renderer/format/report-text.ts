import type { SelfTestReport } from '../../src-main/contract/models/self-test-report.ts'
import type { Finding } from '../../src-main/contract/models/finding.ts'
import { checkComputer as words, stepNames } from '../strings/check-computer.ts'
import { common, levelNames } from '../strings/common.ts'
import { hresultText } from './hresult.ts'

const findingLines = (finding: Finding): readonly string[] => [
  `${levelNames[finding.level]}: ${finding.message}${finding.hresult === undefined ? '' : ` (${hresultText(finding.hresult)})`}`,
  ...(finding.remedy === undefined ? [] : [`  ${common.whatToDo}${finding.remedy}`]),
  ...(finding.detail === undefined ? [] : [`  ${finding.detail}`]),
]

/** The name that a report speaks of: the computer's own, else the one that was given. */
export const reportName = (report: SelfTestReport, thisComputer: string): string =>
  report.system?.fullName ?? report.host ?? thisComputer

/** A report as text for a ticket: what each step found, numbered. */
export const reportAsText = (report: SelfTestReport, thisComputer: string): string => {
  const { system, steps } = report
  return [
    `${words.heading}: ${reportName(report, thisComputer)}`,
    `${report.madeAt}, ${common.appName} ${report.appVersion}`,
    ...(system === null ? [] : [`${system.caption}, ${system.version}`]),
    ...(report.complete ? [] : [words.stopped]),
    '',
    ...steps.flatMap(({ step, finding, more }, index) => {
      const [first = '', ...rest] = [finding, ...more].flatMap(findingLines)
      return [`${index + 1}. ${stepNames[step]}`, `   ${first}`, ...rest.map((line) => `   ${line}`)]
    }),
    '',
  ].join('\n')
}
