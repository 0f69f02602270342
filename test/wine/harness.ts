import assert from 'node:assert/strict'
import { WmiError } from '../../src-main/wmi/wmi-error.ts'

type Test = { readonly name: string; readonly body: () => Promise<void> | void }

const tests: Test[] = []

/** Adds a test. They run one after the other: Wine's WMI bears one call at a time. */
export const test = (name: string, body: Test['body']): void => void tests.push({ name, body })

/** Runs all tests, prints a line for each and the count at the end. Returns how many failed. */
export const runTests = async (): Promise<number> => {
  let failures = 0
  for (const { name, body } of tests) {
    try {
      await body()
      console.log(`ok ${name}`)
    } catch (error) {
      failures += 1
      console.log(`FAILED ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  console.log(`${tests.length - failures} passed, ${failures} failed`)
  return failures
}

/** Awaits a failure and returns it; a success is a failed test. */
export const wmiErrorOf = async (promise: Promise<unknown>): Promise<WmiError> => {
  try {
    await promise
  } catch (error) {
    assert.ok(error instanceof WmiError, `expected a WmiError and got ${String(error)}`)
    return error
  }
  throw new assert.AssertionError({ message: 'expected a failure and got a success' })
}
