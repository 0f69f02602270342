import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const guide = readFileSync(inRepository('docs/guide.md'), 'utf8')
const named = [...guide.matchAll(/`(e2e\/[a-z-]+\.spec\.ts)`: ([^|<]+?)(?= *(?:\||<br>))/g)].map(
  ([, file = '', title = '']) => ({ file, title }),
)

/** The four chapters of "Deploying KMS Activation". */
const chapters = ['Configuring KMS Hosts', 'Configuring DNS', 'Installing KMS Hosts', 'Configuring KMS Clients']

describe('the table of the guide', () => {
  it('has every chapter', () => {
    expect([...guide.matchAll(/^## (.+)$/gm)].map(([, chapter]) => chapter)).toEqual(chapters)
  })

  it('names a test for every paragraph', () => {
    const rows = guide.split('\n').filter((line) => line.startsWith('| ') && !/^\| (the guide says|-)/.test(line))
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.filter((row) => !row.includes('.spec.ts`: '))).toEqual([])
  })

  it.each(named)('$file has the test "$title"', ({ file, title }) => {
    const path = inRepository(`test/${file}`)
    expect(readFileSync(path, 'utf8').replaceAll("\\'", "'")).toContain(title)
  })
})
