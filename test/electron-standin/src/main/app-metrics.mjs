import { readFileSync } from 'node:fs'
import { runtime } from '../runtime.mjs'
import { utilityProcesses } from './utility-process.mjs'

/** What `/proc` says of a process, in kilobytes; zeros where there is no `/proc`. @param {number} pid */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const read = (/** @type {string} */ field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    return { workingSetSize: read('VmRSS'), peakWorkingSetSize: read('VmHWM') }
  } catch {
    return { workingSetSize: 0, peakWorkingSetSize: 0 }
  }
}

/** app.getAppMetrics: main, Chromium's browser process and the utility processes; its renderers are not listed. */
export function getAppMetrics() {
  const metric = (pid, type, more = {}) => ({
    pid,
    type,
    creationTime: Date.now() - performance.now(),
    cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
    memory: memoryOf(pid),
    ...more,
  })
  const { openBrowser } = runtime
  return [
    metric(process.pid, 'Browser'),
    ...(openBrowser ? [metric(openBrowser.pid, 'GPU')] : []),
    ...[...utilityProcesses]
      .filter(({ pid }) => pid !== undefined)
      .map(({ pid, serviceName }) =>
        metric(pid, 'Utility', { serviceName: 'node.mojom.NodeService', name: serviceName }),
      ),
  ]
}
