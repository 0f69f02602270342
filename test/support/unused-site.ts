import type { Site, WmiSession } from '../../src-main/wmi/wmi-session.ts'

const unused = (): never => {
  throw new Error('this test did not expect the call')
}

/** Members that only some plans use. A fake that spreads this keeps compiling when the interfaces grow: add them here. */
const sessionMembers = { query: unused, call: unused, deleteInstance: unused }
const siteMembers = {
  connect: unused,
  resolveSrv: unused,
  probe: unused,
  lookupAuthoritative: unused,
  updateSrv: unused,
  probeKms: unused,
}

/** A connection on which every call is a mistake; tests spread it and replace what they need. */
export const unusedSession: WmiSession = { ...sessionMembers, close: async () => {} }

/** A place in which every call is a mistake; tests spread it and replace what they need. */
export const unusedSite: Site = { ...siteMembers }
