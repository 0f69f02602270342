import type { AppError } from '../../contract/app-error.ts'
import { transportFailure } from '../../network/dns-failure.ts'
import { strike, type FaultSubject } from '../faults.ts'
import type { Scene } from '../world/scene.ts'

const silent = new DOMException('No answer came in time.', 'TimeoutError')
const closed = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

/** What keeps a computer from answering DNS questions, and how long it takes to find out (null: the usual time). */
export interface DnsTrouble {
  readonly error: AppError
  readonly silent: boolean
}

/**
 * Why a DNS server does not answer: switched off, its service stopped, or a fault of the kind `srv`; null where it does.
 * Every fault but "refused" looks like silence from outside.
 */
export const dnsTrouble = (scene: Scene, server: string): DnsTrouble | null => {
  const subject: FaultSubject = { host: scene.host, operation: 'srv' }
  const fault = strike(scene.transaction, subject)
  const computer = scene.computer()
  const isOff = computer.power !== 'on'
  const isClosed = computer.services['dns']?.phase !== 'Running' || fault?.kind === 'refuse'
  if (!isOff && !isClosed && (fault === null || fault.kind === 'slow')) return null
  const isSilent = isOff || !isClosed
  return { error: transportFailure(server, isSilent ? silent : closed, undefined), silent: isSilent }
}
