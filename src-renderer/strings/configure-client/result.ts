/** The words of the page that shows what became of a KMS client. */
export const clientResult = {
  activated: (name: string) => `${name} is activated`,
  configured: (name: string) => `${name} is configured`,
  configuredNotActivated: (name: string) => `${name} is configured, but not activated`,
  notActivated: (name: string) => `${name} was not activated`,
  notConfigured: (name: string) => `${name} was not fully configured`,
  done: 'All steps ran. What the computer shows now stands below.',
  nextTitle: 'What happens next',
  nextFailedTitle: 'What to do next',
  nextActivated:
    'An activation by KMS holds for 180 days. The computer renews it by itself every 7 days, as long as it reaches its KMS host.',
  nextConfigured:
    'The computer asks its KMS host by itself, every two hours until it is activated. To see the result at once, start this wizard again and let it be activated.',
  nextFailed:
    'Mend the cause that is named above, then start a new plan: settings that are made already are not made again. Until then the computer goes on asking by itself every two hours.',
  state: 'State of the KMS client',
  reading: 'Reading the computer',
  readAgain: 'Read again',
  readFailed: 'The computer could not be read',
  readAt: (time: string) => `Read at ${time}`,
  product: 'Product',
  productNone: 'no product that a KMS host activates',
  status: 'Licence status',
  reason: 'Reason',
  discovery: 'KMS host',
  lookup: 'Looks for hosts in',
  activationType: 'Ways of activation',
  suffixes: 'DNS suffixes',
  events: 'Events of the last day',
  eventsNone: 'No event 12288 or 12289 since yesterday: the computer has not asked a KMS host.',
  eventsFailed: (why: string) => `The events could not be read. ${why}`,
} as const
