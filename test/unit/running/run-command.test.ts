import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { runCommand } from '../../running/run-command.mjs'

const node = (script: string, timeoutMinutes = 1) =>
  runCommand(process.execPath, ['-e', script], { quiet: true, timeoutMinutes })

test('a program’s exit code and both its outputs come back', async () => {
  const { code, timedOut, output } = await node('console.log("out"); console.error("err"); process.exitCode = 3')
  expect({ code, timedOut }).toEqual({ code: 3, timedOut: false })
  expect(output.split('\n').toSorted()).toEqual(['', 'err', 'out'])
})

test('a program that was killed has failed', async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ code: 1, timedOut: false })
})

test('a program that does not exist has failed, and the output says so', async () => {
  const { code, output } = await runCommand('no-such-program-here', [], { quiet: true })
  expect(code).toBe(127)
  expect(output).toContain('no-such-program-here could not be started')
})

test('a program that never ends is ended when its time is over', async () => {
  expect(await node('setInterval(() => {}, 1000)', 1 / 600)).toMatchObject({ code: 1, timedOut: true })
})

test('what a program leaves behind is ended with it', async () => {
  const server = `const server = require('node:net').createServer().listen(0, '127.0.0.1', () => {
    console.log(server.address().port)
  })`
  const leaveServer = `
    const args = ['-e', ${JSON.stringify(server)}]
    const child = require('node:child_process').spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (port) => { console.log(String(port)); process.exit(0) })`
  const { code, output } = await node(leaveServer)
  expect(code).toBe(0)
  await expect.poll(() => accepts(Number(output))).toBe(false)
})

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
