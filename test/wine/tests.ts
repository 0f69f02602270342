import './com/variants.tests.ts'
import './com/queries.tests.ts'
import './com/methods.tests.ts'
import './com/lifetimes.tests.ts'
import './engine/engine.tests.ts'
import './plan/plan.tests.ts'
import './exports/command-file.tests.ts'
import { runTests } from './harness.ts'

const failures = await runTests()
process.exit(failures === 0 ? 0 : 1)
