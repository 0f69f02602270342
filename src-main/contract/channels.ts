/**
 * The names of everything that can cross between the window and main: the zod-free half of the contract. The preload
 * imports this file alone, so that nothing heavy is loaded before the first paint. `table.ts` gives each name its schemas.
 */
export const channels = {
  'app.info': 'call',
  'app.openLog': 'call',
  'app.commands': 'listen',
  'secrets.put': 'call',
  'secrets.forget': 'call',
  'productKey.check': 'call',
  'productKey.askSystem': 'call',
  'conversion.advise': 'call',
  'target.test': 'call',
  'lab.overview': 'call',
  'lab.scenarios': 'call',
  'lab.choose': 'call',
  'lab.advance': 'call',
  'lab.setPower': 'call',
  'lab.setFault': 'call',
  'lab.clearFaults': 'call',
  'lab.allowKmsPublishing': 'call',
  'lab.telephone': 'call',
  'lab.loadReport': 'call',
  'lab.reset': 'call',
  'kmsHost.findInDns': 'call',
  'kmsHost.verify': 'call',
  'kmsClient.report': 'call',
  'kmsHost.overview': 'call',
  'kmsHosts.list': 'call',
  'kmsHosts.add': 'call',
  'kmsHosts.remove': 'call',
  'dns.survey': 'call',
  'dns.checkRecord': 'call',
  'dns.bindText': 'call',
  'dns.permissionSteps': 'call',
  'plans.propose': 'call',
  'plans.consent': 'call',
  'plans.commit': 'call',
  'plans.stop': 'call',
  'plans.resume': 'call',
  'plans.provide': 'call',
  'plans.discard': 'call',
  'plans.unfinished': 'call',
  'plans.get': 'call',
  'plans.undoOffer': 'call',
  'plans.proposeUndo': 'call',
  'plans.events': 'listen',
  'plan.export': 'call',
  'batches.propose': 'call',
  'batches.consent': 'call',
  'batches.commit': 'call',
  'batches.stop': 'call',
  'batches.resume': 'call',
  'batches.continue': 'call',
  'batches.discard': 'call',
  'batches.retryFailed': 'call',
  'batches.get': 'call',
  'batches.rows': 'call',
  'batches.saveResults': 'call',
  'batches.list': 'call',
  'batches.unfinished': 'call',
  'batches.events': 'listen',
  'journal.read': 'call',
  'confirmationId.check': 'call',
  'publishList.check': 'call',
  'hostSettings.check': 'call',
  'hostSettings.read': 'call',
  'registryFile.parse': 'call',
  'registryFile.export': 'call',
  'file.save': 'call',
  'hostKeys.compatibility': 'call',
  'errors.lookUp': 'call',
  'image.read': 'call',
  'remote.test': 'call',
  'remote.script': 'call',
  'licensing.details': 'call',
  'selfTest.run': 'listen',
  'computers.list': 'call',
  'computers.events': 'listen',
  'computers.upload': 'call',
  'computers.preview': 'call',
  'computers.previewPage': 'call',
  'computers.directory': 'call',
  'computers.add': 'call',
  'computers.change': 'call',
  'computers.remove': 'call',
  'groups.list': 'call',
  'groups.change': 'call',
  'groups.remove': 'call',
  'views.list': 'call',
  'views.save': 'call',
  'views.remove': 'call',
  'scan.start': 'call',
  'scan.stop': 'call',
  'scan.state': 'call',
  'scan.events': 'listen',
  'estate.map': 'call',
  'estate.calendar': 'call',
  'estate.calendarRows': 'call',
  'report.save': 'call',
} as const satisfies Record<string, 'call' | 'listen'>

export type ChannelName = keyof typeof channels
export type CallName = { [K in ChannelName]: (typeof channels)[K] extends 'call' ? K : never }[ChannelName]
export type ListenName = { [K in ChannelName]: (typeof channels)[K] extends 'listen' ? K : never }[ChannelName]

/** Whether a string names a channel of the contract. */
export const isChannelName = (name: unknown): name is ChannelName =>
  typeof name === 'string' && Object.hasOwn(channels, name)

/** Electron's own channel names: the vocabulary is call, listen, cancel and nothing else. */
export const wire = { call: 'kit:call', listen: 'kit:listen', cancel: 'kit:cancel', event: 'kit:event' } as const

/** The name under which the preload puts the bridge into the page. */
export const bridgeGlobal = 'activationKit'

/** What the preload exposes: three verbs over known names. Values are envelopes, checked on main's side by zod. */
export interface RawBridge {
  /** Calls main. `requestId` is chosen by the caller so that it can cancel. Resolves to a Result envelope, never rejects. */
  call(name: CallName, requestId: string, input: unknown): Promise<unknown>
  /** Abandons a call or ends a subscription. */
  cancel(requestId: string): void
  /** Subscribes; each event is handed to `onEvent`. Ends with `cancel(requestId)`. Resolves to a Result envelope. */
  listen(name: ListenName, requestId: string, input: unknown, onEvent: (event: unknown) => void): Promise<unknown>
}
