/**
 * A process of its own: sets up a KMS host in the folder given, and kills itself with SIGKILL at the point whose number
 * is given. With 0 it runs to the end and prints the names of all points.
 */
import { makeKmsHost, startKillApp } from './kill-app.ts'

const [folder = '', deadly = '0'] = process.argv.slice(2)
const names: string[] = []
const app = startKillApp(folder, (name) => {
  names.push(name)
  if (names.length === Number(deadly)) process.kill(process.pid, 'SIGKILL')
})
await makeKmsHost(app)
app.close()
process.stdout.write(JSON.stringify(names))
