import type { Scene } from '../world/scene.ts'
import { runNetsh } from './netsh.ts'
import { runSysprep } from './sysprep.ts'

/** Cuts a command line into its words; double quotes hold a word together. */
const wordsOf = (commandLine: string): readonly string[] =>
  [...commandLine.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))

/** What a program does when it has run. Programs other than netsh and Sysprep do nothing in the Lab. */
export const runProgram = (scene: Scene, commandLine: string): void => {
  const [program = '', ...words] = wordsOf(commandLine)
  const name = program
    .toLowerCase()
    .replace(/^.*\\/, '')
    .replace(/\.exe$/, '')
  if (name === 'netsh') runNetsh(scene.change(), words)
  else if (name === 'sysprep') runSysprep(scene, words)
}
