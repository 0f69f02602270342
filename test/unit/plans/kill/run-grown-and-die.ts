/**
 * A process of its own: sets up a KMS host by telephone with every setting in the folder given, and kills itself with
 * SIGKILL at the point whose name is given; without one it runs to the end and prints how the plan ended.
 */
import { makeGrownHost, startKillApp } from './kill-app.ts'

const [folder = '', deadly = ''] = process.argv.slice(2)
const app = startKillApp(folder, (name) => {
  if (name === deadly) process.kill(process.pid, 'SIGKILL')
})
const ended = await makeGrownHost(app)
app.close()
process.stdout.write(JSON.stringify(ended))
