import { expect, test } from 'vitest'
import { readActArguments } from '../../../src-main/command-line/act-arguments.ts'

const read = (line: string) => readActArguments(line.split(' '))

test('switches and the words of slmgr may stand in any order', () => {
  const wanted = {
    lab: 'contoso-2009',
    target: 'PC001',
    user: null,
    passwordFromInput: false,
    trace: true,
    state: '/tmp/state.json',
    folder: '/tmp/lab',
    acceptKmsHost: false,
    help: false,
    words: ['/skms', 'kms01'],
  }
  const before = read('--lab contoso-2009 --target PC001 --trace --state /tmp/state.json --folder=/tmp/lab /skms kms01')
  const after = read('/skms kms01 --trace --folder /tmp/lab --target=PC001 --state /tmp/state.json --lab contoso-2009')
  expect(before).toEqual({ ok: true, value: wanted })
  expect(after).toEqual(before)
})

test('an option with a single dash is a word of slmgr and no switch', () => {
  expect(read('--lab x --target y -skms kms01')).toMatchObject({ ok: true, value: { words: ['-skms', 'kms01'] } })
})

const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['--lab x /dlv', 'target', /none is named/],
  ['--state f /dlv', 'lab', /about the Lab/],
  ['--folder f /dlv', 'lab', /about the Lab/],
  ['--user a /dlv', 'user', /this computer itself/],
  ['--target h --password-stdin /dlv', 'user', /no account/],
  ['--target h --user a --password secret /dlv', 'password', /not taken as an argument/],
  ['--target h --user a --password=secret /dlv', 'password', /not taken as an argument/],
  ['--unknown /dlv', 'arguments', /Unknown option '--unknown'/],
  ['--lab', 'arguments', /argument missing|expects/i],
]

test.each(refusals)('%s is refused by %s', (line, field, message) => {
  const answer = read(line)
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', field } })
  if (answer.ok) return
  expect(answer.error.message).toMatch(message)
  expect(JSON.stringify(answer.error)).not.toContain('secret')
})

test('help needs nothing else', () => {
  expect(read('--help')).toMatchObject({ ok: true, value: { help: true } })
})
