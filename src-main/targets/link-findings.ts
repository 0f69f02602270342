import type { AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'

/** The port on which Windows' RPC endpoint mapper answers; WMI begins there. */
export const rpcPort = 135

/** A link that holds. */
export const okay = (check: string, message: string): Finding => ({ check, level: 'ok', message })

/** A failure as the finding of the link at which it happened. */
export const problem = (check: string, error: AppError): Finding => ({
  check,
  level: 'problem',
  message: error.message,
  ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
  ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
  ...(error.detail === undefined ? {} : { detail: error.detail }),
})

/** Whether the name exists, from a probe of port 135. */
export const nameFinding = ({ host, outcome, detail }: PortProbe): Finding => {
  switch (outcome) {
    case 'open':
    case 'refused':
    case 'no-answer':
      return okay('name', `The name ${host} was found.`)
    case 'name-not-found':
      return {
        check: 'name',
        level: 'problem',
        field: 'host',
        message: `The name ${host} was not found.`,
        remedy: 'Check the spelling of the computer name, or use its full name or address.',
        ...(detail === null ? {} : { detail }),
      }
    case 'failed':
      // No DNS server may have answered: that is neither "found" nor "not found", and the next link says what happened.
      return { check: 'name', level: 'skipped', message: `Whether the name ${host} exists could not be found out.` }
  }
}

/** Whether the RPC endpoint mapper answers, from the same probe. */
export const portFinding = ({ host, outcome, detail }: PortProbe): Finding => {
  const failed = (message: string, remedy: string): Finding => ({
    check: 'port-135',
    level: 'problem',
    message,
    remedy,
    ...(detail === null ? {} : { detail }),
  })
  switch (outcome) {
    case 'open':
      return okay('port-135', `${host} answers on port ${rpcPort}.`)
    case 'refused':
      return failed(
        `${host} is on, but refuses connections on port ${rpcPort}.`,
        'Allow Windows Management Instrumentation in the firewall of that computer, and check that it runs Windows.',
      )
    case 'no-answer':
      return failed(
        `${host} does not answer on port ${rpcPort}: it is off, asleep, or a firewall is in between.`,
        'Switch the computer on, and allow Windows Management Instrumentation in its firewall.',
      )
    case 'name-not-found':
    case 'failed':
      return failed(
        `A connection to ${host} on port ${rpcPort} could not be tried.`,
        'Check the network connection of this computer.',
      )
  }
}
