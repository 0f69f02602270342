import { spawn } from 'node:child_process'

/** How long to read on after the end of a program whose daemon left the process group but kept the pipes. */
const DAEMON_PATIENCE_MS = 5_000

/**
 * Runs a program to its end, shows its output as it comes, and keeps it. The program gets a process group of its own,
 * so that a run out of time is ended with everything that it started.
 *
 * @param {string} command program to start, without a shell
 * @param {readonly string[]} args its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMinutes?: number, quiet?: boolean }} [options]
 *   `quiet` keeps the output without showing it
 * @returns {Promise<{ code: number, timedOut: boolean, output: string }>} `code` is the exit code; 1 also for a
 *   program that was ended by a signal, 127 for one that could not be started
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, timeoutMinutes = 15, quiet = false } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const chunks = []
    let timedOut = false
    const keep = (stream) => (chunk) => {
      chunks.push(chunk)
      if (!quiet) stream.write(chunk)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    const timer = setTimeout(() => {
      timedOut = true
      endGroup(child.pid)
    }, timeoutMinutes * 60_000)
    const finish = (code) => {
      clearTimeout(timer)
      resolve({ code, timedOut, output: Buffer.concat(chunks).toString('utf8') })
    }
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${command} could not be started: ${error.message}\n`))
      finish(127)
    })
    child.on('exit', (code) => {
      // What the program left running would hold the pipes open for ever.
      endGroup(child.pid)
      const patience = setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
      }, DAEMON_PATIENCE_MS)
      child.on('close', () => {
        clearTimeout(patience)
        finish(code ?? 1)
      })
    })
  })
}

function endGroup(pid) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}
