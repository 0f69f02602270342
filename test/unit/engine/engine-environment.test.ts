import { describe, expect, it } from 'vitest'
import { callsInFlightOf, engineEnvironment } from '../../../src-main/engine/engine-environment.ts'

describe('the environment of an engine', () => {
  it('leaves out what could make Node load foreign code', () => {
    const environment = engineEnvironment({
      PATH: '/bin',
      NODE_OPTIONS: '--require /tmp/evil.js',
      node_options: '--inspect',
      NODE_PATH: '/tmp',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '/tmp/evil.so',
      UV_THREADPOOL_SIZE: '1',
      ABSENT: undefined,
    })
    expect(Object.keys(environment).toSorted()).toEqual(['FIELD_KIT_CALLS_IN_FLIGHT', 'PATH', 'UV_THREADPOOL_SIZE'])
  })

  it('has more threads than calls in flight', () => {
    const environment = engineEnvironment({}, 30)
    expect(Number(environment['UV_THREADPOOL_SIZE'])).toBeGreaterThan(30)
    expect(callsInFlightOf(environment)).toBe(30)
  })

  it.each([0, -5, Number.NaN])('never has fewer than one call in flight (%s)', (calls) => {
    expect(callsInFlightOf(engineEnvironment({}, calls))).toBe(1)
  })
})
