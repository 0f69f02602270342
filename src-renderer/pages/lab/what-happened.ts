import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { hresultText } from '../../format/hresult.ts'
import { timeText } from '../../format/time.ts'
import type { Advanced } from '../../stores/lab-store.ts'
import { clock } from '../../strings/lab/lab.ts'
import { askResult } from '../../strings/lab/computers.ts'

/** SoftwareLicensingProduct.LicenseStatus of a licensed product (slmgr.md 7.5). */
const licensed = 1

const isLicensed = (computer: LabComputer | undefined): boolean => computer?.licence?.status === licensed

/** What the computers did while the clock moved on. */
export interface WhatHappened {
  /** ISO 8601, the Lab's clock. */
  readonly from: string
  readonly to: string
  /** How many KMS clients asked a host, or tried to. */
  readonly asked: number
  readonly activated: number
  readonly lapsed: number
  /** Each activated KMS host with its count; `before` is null where it was none then. */
  readonly hosts: readonly { readonly host: string; readonly before: number | null; readonly after: number }[]
  /** Those that asked and are not activated, by the result of their last attempt, the most frequent first. */
  readonly failures: readonly { readonly hresult: number; readonly computers: number }[]
}

/** Compares the Lab before and after its clock was moved on. */
export const whatHappened = ({ before, after }: Advanced): WhatHappened => {
  const earlier = new Map(before.computers.map((computer) => [computer.host, computer] as const))
  const from = Date.parse(before.now)
  const asked = after.computers.filter(({ licence }) => licence?.asked && Date.parse(licence.asked.at) > from)
  const failures = new Map<number, number>()
  for (const computer of asked) {
    const hresult = computer.licence?.asked?.hresult ?? 0
    if (!isLicensed(computer)) failures.set(hresult, (failures.get(hresult) ?? 0) + 1)
  }
  const changed = (was: boolean): number =>
    after.computers.filter(
      (computer) => isLicensed(earlier.get(computer.host)) === was && isLicensed(computer) === !was,
    ).length
  return {
    from: before.now,
    to: after.now,
    asked: asked.length,
    activated: changed(false),
    lapsed: changed(true),
    hosts: after.computers.flatMap(({ host, licence }) =>
      typeof licence?.count === 'number'
        ? [{ host, before: earlier.get(host)?.licence?.count ?? null, after: licence.count }]
        : [],
    ),
    failures: [...failures]
      .map(([hresult, computers]) => ({ hresult, computers }))
      .toSorted((left, right) => right.computers - left.computers),
  }
}

/** What happened, in sentences, the most important first. */
export const happenedSentences = (happened: WhatHappened): readonly string[] => [
  clock.from(timeText(happened.from), timeText(happened.to)),
  clock.asked(happened.asked),
  clock.activated(happened.activated),
  ...(happened.lapsed === 0 ? [] : [clock.lapsed(happened.lapsed)]),
  ...happened.failures.map(({ hresult, computers }) =>
    clock.failed(computers, askResult(hresult, hresultText(hresult))),
  ),
  ...(happened.hosts.length === 0
    ? [clock.noHost]
    : happened.hosts.map(({ host, before, after }) => clock.hostCount(host, before, after))),
]
