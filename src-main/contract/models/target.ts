import { z } from 'zod'

/** A reference to a secret that main holds in memory. It says nothing about the secret and dies with the process. */
export const SecretRef = z.string().regex(/^secret:[0-9a-f-]{36}$/)
export type SecretRef = z.infer<typeof SecretRef>

/** A user name (DOMAIN\user, user@domain or .\user) and the reference to its password. */
export const CredentialRef = z.object({ user: z.string().trim().min(1).max(256), password: SecretRef }).strict()
export type CredentialRef = z.infer<typeof CredentialRef>

/** A computer name or an address. */
export const HostName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9_])?$/, 'not a computer name or an address')

/** The name of a Lab scenario. It also names a folder on disk, so that nothing but small letters, digits and dashes is in it. */
export const ScenarioName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not the name of a scenario')

/** A computer that the app acts on: this one, one on the network, or one in the Lab. */
export const TargetRef = z.discriminatedUnion('place', [
  z.object({ place: z.literal('this-computer') }).strict(),
  z.object({ place: z.literal('network'), host: HostName, credential: CredentialRef.optional() }).strict(),
  z
    .object({
      place: z.literal('lab'),
      scenario: ScenarioName,
      host: HostName,
      credential: CredentialRef.optional(),
    })
    .strict(),
])
export type TargetRef = z.infer<typeof TargetRef>

/** The name to show for a target: "this computer" or its host name. */
export const targetLabel = (target: TargetRef): string =>
  target.place === 'this-computer' ? 'this computer' : target.host
