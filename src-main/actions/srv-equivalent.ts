import type { SrvChange } from '../contract/models/dns.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { addRecordCmdlet, dnscmdLines, nsupdateLines } from '../network/srv-commands.ts'
import type { SrvStep } from './srv-step.ts'

/** The commands that make the same change: dnscmd and PowerShell for Microsoft DNS, nsupdate for others. No secret is in them. */
export const srvEquivalent = (step: SrvStep, target: TargetRef, change: SrvChange): string => {
  const { via } = step
  switch (via.kind) {
    case 'microsoft-dns': {
      const server = target.place === 'this-computer' ? null : target.host
      const added = change.kind === 'add' ? [`or: ${addRecordCmdlet(server, step, change.record)}`] : []
      return [...dnscmdLines(server, step, change), ...added].join('\n')
    }
    case 'dynamic-update': {
      const key = via.tsig === null ? null : { name: via.tsig.keyName, algorithm: via.tsig.algorithm }
      return nsupdateLines({ server: via.server, tcp: via.transport === 'tcp', key }, step, change).join('\n')
    }
  }
}
