import type { OpenSite } from './engine-host.ts'
import { EngineHost } from './engine-host.ts'
import type { EnginePort } from './engine-port.ts'
import type { EngineReply } from './protocol.ts'

/** Puts an engine to work on its port. `exit` is called when the port closes: without main there is nothing to do. */
export const runEngine = (port: EnginePort, openSite: OpenSite, pid: number, exit: () => void): void => {
  const host = new EngineHost(port, openSite)
  port.on('message', ({ data }) => host.receive(data))
  port.on('close', exit)
  port.postMessage({ type: 'ready', pid } satisfies EngineReply)
}
