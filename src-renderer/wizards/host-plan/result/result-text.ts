import { assertNever } from '../../../../src-main/contract/app-error.ts'
import type { KmsHostReport, SrvLookup } from '../../../../src-main/contract/models/kms-host-report.ts'
import type { PlanStepView, PlanView } from '../../../../src-main/contract/models/plan.ts'
import { errorAsText } from '../../../format/error-text.ts'
import { timeText } from '../../../format/time.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import { portSentence } from '../../../strings/licensing.ts'
import { stepStateName } from '../../../strings/plan.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'

/** The answer of one SRV question as a sentence; the records themselves follow it. */
export const srvSentence = (lookup: SrvLookup): string => {
  const server = lookup.server ?? words.defaultServer
  switch (lookup.outcome) {
    case 'found':
      return words.srvFound(lookup.name, server)
    case 'none':
      return words.srvNone(lookup.name, server)
    case 'could-not-ask':
      return words.srvCouldNotAsk(lookup.name, server, sentenceOf(lookup.error).message)
    default:
      return assertNever(lookup)
  }
}

/** The records of an SRV answer, one line each. */
export const srvLines = (lookup: SrvLookup): readonly string[] =>
  lookup.outcome === 'found'
    ? lookup.records.map(({ target, port, priority, weight }) => words.srvRecord(target, port, priority, weight))
    : []

const stepLines = (step: PlanStepView): readonly string[] => [
  `${step.index + 1}. ${step.title}: ${stepStateName(step)}`,
  ...(step.equivalent === null ? [] : [`   ${step.equivalent}`]),
  ...(step.note === null ? [] : [`   ${step.note}`]),
  ...(step.error === null
    ? []
    : errorAsText(step.error)
        .split('\n')
        .map((line) => `   ${line}`)),
]

const reportLines = (report: KmsHostReport): readonly string[] => [
  words.verifiedAt(timeText(report.snapshot.readAt)),
  `${words.channel}: ${report.channel ?? words.channelNone}`,
  `${words.licensed}: ${report.licensed ? words.licensedYes : words.licensedNo}`,
  `${words.count}: ${report.currentCount === null ? words.countUnknown : words.countOf(report.currentCount, report.requiredCount)}`,
  `${words.service}: ${report.serviceState}`,
  `${words.port}: ${portSentence(report.port)}`,
  ...(report.srv.length === 0 ? [words.srvNoDomain] : []),
  ...report.srv.flatMap((lookup) => [srvSentence(lookup), ...srvLines(lookup).map((line) => `   ${line}`)]),
  ...(report.eventsError === null ? [] : [words.eventsFailed(sentenceOf(report.eventsError).message)]),
  ...report.events.map((event) => `${timeText(event.time)} ${words.event(event.id)}: ${event.meaning}`),
]

const deferredLines = ({ deferred }: PlanView): readonly string[] =>
  deferred.flatMap(({ title, reason, equivalent }) => [
    `${running.deferredTitle}: ${title}`,
    `   ${reason}`,
    ...(equivalent === null ? [] : [`   ${equivalent}`]),
  ])

/** Heading, steps and what is left of any plan, as lines for a ticket. Nothing in them is secret. */
export const planLines = (heading: string, plan: PlanView): readonly string[] => [
  heading,
  plan.title,
  ...plan.steps.flatMap(stepLines),
  ...deferredLines(plan),
]

/** The whole result as plain text for a ticket. Nothing in it is secret. @param heading what became of the plan */
export const resultAsText = (heading: string, plan: PlanView, report: KmsHostReport | null): string =>
  [...planLines(heading, plan), '', ...(report === null ? [words.notVerified] : reportLines(report))].join('\r\n')
