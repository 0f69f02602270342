import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { domainKey, withoutTrailingDot } from '../licensing/dns-domain-name.ts'
import { suffixListFault } from '../licensing/kms-client-input.ts'
import { uint } from '../wmi/cim-values.ts'
import { defineAction, type ActionContext } from './action.ts'
import { readOwnDomain, readSuffixList } from './dns-suffix-list.ts'
import { faultFinding, refuseFault } from './licensing-object.ts'
import { elevationFindings } from './local-rights.ts'
import { openRegistry } from './std-reg-prov.ts'

const Params = z.object({ suffixes: z.array(z.string().max(300)).max(50) }).strict()
const Evidence = z.object({ before: z.array(z.string()), ownDomain: z.string().nullable() }).strict()
type Evidence = z.infer<typeof Evidence>
interface Changed {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly changedNow: boolean
  readonly needsRestart: boolean
}

/** Return codes of SetDNSSuffixSearchOrder (kms.md, Win32_NetworkAdapterConfiguration). */
const codes = { done: 0, restartNeeded: 1 } as const
const reasons: ReadonlyMap<number, string> = new Map([
  [64, 'this Windows does not support it'],
  [68, 'a value was not accepted'],
  [72, 'the registry could not be written'],
  [73, 'a domain name was not accepted'],
])

const policyKey = String.raw`SOFTWARE\Policies\Microsoft\Windows NT\DNSClient`

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((suffix, index) => domainKey(suffix) === domainKey(right[index] ?? ''))

/** Without a list Windows shows none, or the computer's own domain alone. */
const isRight = (now: readonly string[], wanted: readonly string[], ownDomain: string | null): boolean =>
  wanted.length > 0 ? isSame(now, wanted) : now.length === 0 || (ownDomain !== null && isSame(now, [ownDomain]))

const words = (suffixes: readonly string[]): string => (suffixes.length === 0 ? 'none' : suffixes.join(', '))

const policyFindings = async (context: ActionContext): Promise<readonly Finding[]> => {
  const registry = openRegistry(await context.session('root\\default'), context.signal)
  const list = await registry.string(policyKey, 'SearchList')
  return list
    ? [
        {
          check: 'suffix-policy',
          level: 'warning',
          message: `A Group Policy sets the DNS suffix list of this computer (${list}), and it wins over what is set here.`,
          remedy: 'Change the policy "DNS Suffix Search List" instead.',
        },
      ]
    : []
}

const write = async (context: ActionContext, suffixes: readonly string[]): Promise<boolean> => {
  const session = await context.session('root\\cimv2')
  const input = { DNSDomainSuffixSearchOrder: suffixes.map(withoutTrailingDot) }
  const answer = await session.call(
    'Win32_NetworkAdapterConfiguration',
    'SetDNSSuffixSearchOrder',
    input,
    context.signal,
  )
  const code = uint(answer, 'ReturnValue')
  if (code === codes.done || code === codes.restartNeeded) return code === codes.restartNeeded
  const reason = reasons.get(code)
  throw new AppFailure({
    code: 'wmi-failed',
    message: `Windows did not take the DNS suffix list: ${reason ?? `code ${code}`}.`,
    remedy: 'Set the list in the properties of the network adapter (DNS tab), or by Group Policy.',
    detail: `SetDNSSuffixSearchOrder returned ${code}.`,
    retryable: false,
  })
}

/**
 * Sets the DNS suffixes that the computer searches names with; an empty list leaves its own domain alone. The list is the
 * same for all adapters. A client looks for KMS records in these domains too (kms.md 3).
 */
export const setSuffixSearchList = defineAction<z.infer<typeof Params>, Evidence, Changed>({
  kind: 'dns-client.set-suffix-search-list',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 2,
  deadline: 60_000,
  title: ({ suffixes }) =>
    suffixes.length === 0
      ? 'Remove the DNS suffix list'
      : `Search names with these DNS suffixes: ${suffixes.map(withoutTrailingDot).join(', ')}`,
  equivalent: ({ suffixes }, target) => {
    const list = suffixes.map(withoutTrailingDot).map((suffix) => `'${suffix}'`)
    const command = `Set-DnsClientGlobalSetting -SuffixSearchList @(${list.join(', ')})`
    return target.place === 'this-computer' ? command : `On ${target.host}: ${command}`
  },
  undo: () => ({ possible: true, sentence: 'The list before is kept in the journal: “Undo this…” puts it back.' }),
  counterSteps: ({ suffixes }, { before, ownDomain }) => {
    if (isRight(before, suffixes, ownDomain)) return []
    const hadNone = isRight(before, [], ownDomain)
    return [{ kind: 'dns-client.set-suffix-search-list', params: { suffixes: hadNone ? [] : before } }]
  },
  check: async (context, { suffixes }) => {
    const fault = suffixListFault(suffixes)
    if (fault !== null) return [faultFinding(fault)]
    return [...elevationFindings(context), ...(await policyFindings(context))]
  },
  before: async (context, { suffixes }) => {
    refuseFault(suffixListFault(suffixes))
    return { before: [...(await readSuffixList(context))], ownDomain: await readOwnDomain(context) }
  },
  run: async (context, { suffixes }, { before, ownDomain }) => {
    const now = await readSuffixList(context)
    const wasRight = isRight(before, suffixes, ownDomain)
    if (isRight(now, suffixes, ownDomain)) return { before, after: now, changedNow: !wasRight, needsRestart: false }
    const needsRestart = await write(context, suffixes)
    const after = await readSuffixList(context)
    if (!needsRestart && !isRight(after, suffixes, ownDomain))
      throw new AppFailure({
        code: 'wmi-failed',
        message: `Windows reported no error, but the DNS suffix list is ${words(after)}.`,
        remedy: 'Look whether a Group Policy sets the list (gpresult /h on the computer).',
        retryable: false,
      })
    return { before, after, changedNow: true, needsRestart }
  },
  settle: async (context, { suffixes }, { before, ownDomain }) => {
    const now = await readSuffixList(context)
    const outcome = `The DNS suffix list is ${words(now)}.`
    return isRight(now, suffixes, ownDomain)
      ? {
          state: 'done',
          result: { before, after: now, changedNow: !isRight(before, suffixes, ownDomain), needsRestart: false },
          outcome,
        }
      : { state: 'not-done', outcome }
  },
  outcome: ({ before, after, changedNow, needsRestart }) => {
    if (!changedNow) return `The DNS suffix list was ${words(after)} already.`
    const done = `The DNS suffix list is ${words(after)}; it was ${words(before)} before.`
    return needsRestart ? `${done} Windows takes it over when the computer is restarted.` : done
  },
})
