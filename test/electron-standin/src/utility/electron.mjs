import { missingModule } from '../stand-in-object.mjs'

/** What `electron` exports in a utility process. */
export const net = missingModule('net (in a utility process)')
export const systemPreferences = missingModule('systemPreferences (in a utility process)')
export default { net, systemPreferences }
