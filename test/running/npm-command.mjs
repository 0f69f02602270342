/**
 * How to start npm without a shell, which on Windows cannot start `npm.cmd`.
 *
 * @param {readonly string[]} args npm's arguments
 * @returns {{ command: string, args: string[] }} the npm that runs this script, else the one on the path
 */
export function npmCommand(args) {
  const running = process.env['npm_execpath']
  return running?.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [running, ...args] }
    : { command: 'npm', args: [...args] }
}
