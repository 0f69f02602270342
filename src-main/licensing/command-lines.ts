import { assertNever } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { kmsFirewallGroup, licensingService } from './kms-facts.ts'
import { maskFromLastFive } from './product-key.ts'
import { redactSecrets } from './redaction.ts'

/** What stands in a printed command line where a password would be typed. */
export const passwordPlaceholder = '<password>'

/** An argument in the form in which cmd.exe takes it; one with blanks or signs of cmd.exe goes into double quotes. */
const quoted = (argument: string): string =>
  argument === '' || /[\s&|<>^(),;=%!"]/.test(argument) ? `"${argument.replaceAll('"', "'")}"` : argument

/** The words before the option: nothing for this computer, HOST, or HOST USER <password> (slmgr.md 1.1). */
const remoteWords = (target: TargetRef): readonly string[] => {
  switch (target.place) {
    case 'this-computer':
      return []
    case 'network':
    case 'lab':
      return target.credential
        ? [quoted(target.host), quoted(target.credential.user), passwordPlaceholder]
        : [quoted(target.host)]
    default:
      return assertNever(target)
  }
}

/**
 * The slmgr command line that does what an action does. Secrets among the arguments are masked. Slmgr has no prompt for a
 * password, so a placeholder stands for it.
 */
export const slmgrCommand = (target: TargetRef, option: string, ...args: readonly string[]): string =>
  redactSecrets(['slmgr.vbs', ...remoteWords(target), option, ...args.map(quoted)].join(' '))

/** `slmgr.vbs … /ipk` with the key masked but for its last five characters. */
export const installKeyCommand = (target: TargetRef, lastFive: string): string =>
  slmgrCommand(target, '/ipk', maskFromLastFive(lastFive))

/** `slmgr.vbs … /ato`, for one product where its activation ID is given. */
export const activateCommand = (target: TargetRef, activationId?: string): string =>
  slmgrCommand(target, '/ato', ...(activationId === undefined ? [] : [activationId]))

/** `slmgr.vbs … /dlv`: shows what the licensing snapshot reads. */
export const showDetailsCommand = (target: TargetRef): string => slmgrCommand(target, '/dlv')

/** A command without a remote form: for another computer it says where it is to be typed. */
const typedAt = (target: TargetRef, command: string): string =>
  target.place === 'this-computer' ? command : `On ${target.host}: ${command}`

/** Restarts the licensing service (deploying-kms-activation.txt, "Configuring KMS Hosts"). */
export const restartServiceCommand = (target: TargetRef): string =>
  typedAt(target, `net stop ${licensingService} && net start ${licensingService}`)

/** Turns the firewall's KMS rule group on, by its resource id, which is the same in every language (kms.md 4). */
export const netshEnableKmsGroup = `netsh advfirewall firewall set rule group="${kmsFirewallGroup}" new enable=yes`

/** The same as a technician would type it. */
export const openFirewallCommand = (target: TargetRef): string => typedAt(target, netshEnableKmsGroup)

/** Turns the same group off again, on a computer that is no KMS host any more. */
export const closeFirewallCommand = (target: TargetRef): string =>
  typedAt(target, netshEnableKmsGroup.replace('enable=yes', 'enable=no'))
