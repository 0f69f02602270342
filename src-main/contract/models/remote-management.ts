import { z } from 'zod'
import { Finding } from './finding.ts'
import { LicenseSnapshot } from './license-snapshot.ts'
import { TargetRef } from './target.ts'

/** Kinds of networks that Windows Firewall tells apart. */
export const FirewallProfile = z.enum(['domain', 'private', 'public'])
export type FirewallProfile = z.infer<typeof FirewallProfile>

/** From where WMI is let in. */
export const RemoteScope = z.discriminatedUnion('from', [
  z.object({ from: z.literal('local-subnet') }).strict(),
  z.object({ from: z.literal('any') }).strict(),
  /** Subnets and addresses as typed; main checks each; what is wrong has the field `subnets`. */
  z.object({ from: z.literal('subnets'), subnets: z.array(z.string().max(256)).max(64) }).strict(),
])
export type RemoteScope = z.infer<typeof RemoteScope>

/**
 * How the firewall lets WMI in. `windows`: the rules that Windows has, for a single subnet. `own`: three rules of the app's
 * own for chosen kinds of networks and senders, for several subnets.
 */
export const RemoteFirewall = z.discriminatedUnion('rules', [
  z.object({ rules: z.literal('windows') }).strict(),
  z.object({ rules: z.literal('own'), profiles: z.array(FirewallProfile).max(3), scope: RemoteScope }).strict(),
])
export type RemoteFirewall = z.infer<typeof RemoteFirewall>

/** What is changed so that a computer can be managed over the network. */
export const RemoteOptions = z
  .object({
    /** Null leaves the firewall as it is. */
    firewall: RemoteFirewall.nullable(),
    /** Whether LocalAccountTokenFilterPolicy is set to 1: local accounts are full administrators over the network. */
    liftTokenFilter: z.boolean(),
  })
  .strict()
export type RemoteOptions = z.infer<typeof RemoteOptions>

/**
 * What "Prepare remote management" proposes for a computer that answers. What is wrong is an `invalid-input` error whose
 * field is `profiles`, `subnets` or `options`.
 */
export const PrepareRemoteDraft = RemoteOptions.extend({
  wizard: z.literal('prepare-remote'),
  target: TargetRef,
}).strict()
export type PrepareRemoteDraft = z.infer<typeof PrepareRemoteDraft>

/** The links of the way to a computer's licensing service, in the order in which they are tried. */
export const remoteLinks = [
  'name',
  'port-135',
  'wmi',
  'account',
  'uac-filter',
  'namespaces',
  'os-version',
  'licensing',
  'rights',
] as const
export type RemoteLink = (typeof remoteLinks)[number]

/** What was found on the way to a computer. */
export const RemoteTest = z
  .object({
    reachable: z.boolean(),
    /** One per link that concerns the target, in order; those behind the first broken one are `skipped`. */
    findings: z.array(Finding),
    /** `check` of the first broken link; null where the whole way works. */
    broken: z.string().nullable(),
    snapshot: LicenseSnapshot.nullable(),
    /** Null where the computer could not be asked. */
    inWorkgroup: z.boolean().nullable(),
    /** Whether LocalAccountTokenFilterPolicy is 1; null where the computer could not be asked. */
    tokenFilterLifted: z.boolean().nullable(),
    /** Whether the firewall's own WMI rules are on; null where the computer could not be asked. */
    wmiRulesOn: z.boolean().nullable(),
  })
  .strict()
export type RemoteTest = z.infer<typeof RemoteTest>

/** A part of the script with what it does. */
export const ScriptPart = z.object({ title: z.string(), explanation: z.string(), lines: z.array(z.string()) }).strict()
export type ScriptPart = z.infer<typeof ScriptPart>

/** The script for a computer that cannot be reached yet; `script` is null while a finding of level `problem` stands. */
export const RemoteScript = z
  .object({
    script: z
      .object({
        /** The whole file. */
        text: z.string(),
        /** The file as bytes with CR LF at the end of lines, base64. */
        bytes: z.string(),
        suggestedName: z.string(),
        parts: z.array(ScriptPart),
        /** How to bring it to the computer and run it. */
        howTo: z.array(z.string()),
      })
      .strict()
      .nullable(),
    findings: z.array(Finding),
  })
  .strict()
export type RemoteScript = z.infer<typeof RemoteScript>
