import type { Reporter, Suite } from '@playwright/test/reporter'

/** Ends the run with the line that `npm test` adds up: `N passed, M failed`. */
export default class TallyReporter implements Reporter {
  #suite: Suite | undefined

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  onEnd(): void {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? []
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length
    const failed = outcomes.filter((outcome) => outcome === 'unexpected').length
    console.log(`${passed} passed, ${failed} failed`)
  }
}
