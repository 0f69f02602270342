/**
 * A process of its own: sets three settings on 300 computers of the folder given, and kills itself with SIGKILL at the write
 * whose number is given.
 */
import { BatchRequest } from '../../../../src-main/contract/models/batch.ts'
import { writingMethods } from '../kill/kill-points.ts'
import { clientsOf, settingMethods, startBatchApp, threeSettings } from './batch-app.ts'

const [folder = '', deadly = '0'] = process.argv.slice(2)
const scenario = 'woodgrove-1000'
const methods: readonly string[] = [...settingMethods, ...writingMethods]
let writes = 0
const app = startBatchApp(folder, {
  scenario,
  wrap: (site) => ({
    ...site,
    connect: async (endpoint, namespace, signal) => {
      const session = await site.connect(endpoint, namespace, signal)
      return {
        ...session,
        call: async (path, method, input, inner) => {
          const answer = await session.call(path, method, input, inner)
          if (methods.includes(method)) writes += 1
          // Windows did it, and nobody heard.
          if (writes === Number(deadly)) process.kill(process.pid, 'SIGKILL')
          return answer
        },
      }
    },
  }),
})
const targets = clientsOf(scenario, 300)
const { batchId, digest } = await app.batches.propose(
  BatchRequest.parse({ draft: threeSettings, targets, policy: { concurrency: 24 } }),
)
await app.batches.commit({ batchId, digest })
await app.batches.idle()
app.close()
