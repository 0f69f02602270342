/** `npm run -s act -- … /option [arguments]`: carries out one option of slmgr, in the Lab or on a computer. */
import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { SystemKeyAnswer } from '../contract/models/product-key-check.ts'
import { thisPerson } from '../composition/this-person.ts'
import { openEngineSite } from '../engine/engine-sites.ts'
import { askSystemPidGenX } from '../engine/pidgenx/system-pidgenx.ts'
import { systemClock } from '../plans/clock.ts'
import { withDeadline } from '../plans/deadline.ts'
import { readElevation } from '../shell/elevation.ts'
import { runAct } from './run-act.ts'
import { askOnTerminal, askOpenly, readStandardInput } from './terminal.ts'

/** COM calls at the same time: an option makes one after the other. */
const callsInFlight = 1

/** Milliseconds that Windows has to say what kind a key is. */
const keyDeadline = 10_000

const identify = (key: string): Promise<SystemKeyAnswer> =>
  withDeadline(systemClock, keyDeadline, () => askSystemPidGenX(key)).catch(() => ({
    outcome: 'not-available',
    reason: 'Windows did not answer in time.',
  }))

const code = await runAct(process.argv.slice(2), {
  platform: process.platform,
  clock: systemClock,
  who: thisPerson(),
  computerName: hostname(),
  elevated: readElevation,
  openNetwork: () => openEngineSite(callsInFlight)({ place: 'network' }),
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  isTerminal: process.stdin.isTTY === true,
  askSecret: askOnTerminal,
  ask: askOpenly,
  identifyKey: identify,
  readInput: readStandardInput,
  writeFile: (path, text) => writeFile(path, text),
})

// A call that hangs in Windows must not keep the command alive after its deadline; what was written is sent off first.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))))
process.exit(code)
