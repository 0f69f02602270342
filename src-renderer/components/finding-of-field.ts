import type { Finding } from '../../src-main/contract/models/finding.ts'

const marked = { problem: 'error', warning: 'warning' } as const

/**
 * Fluent's validation properties of a field: the first problem, or else the first warning, that names it, with its remedy.
 * Nothing where main has nothing to say against it.
 */
export const findingOfField = (findings: readonly Finding[], field: string) => {
  const named = findings.filter((finding) => finding.field === field)
  for (const level of ['problem', 'warning'] as const) {
    const found = named.find((finding) => finding.level === level)
    if (found !== undefined) {
      const validationMessage = [found.message, found.remedy].filter(Boolean).join(' ')
      return { validationState: marked[level], validationMessage } as const
    }
  }
  return {}
}
