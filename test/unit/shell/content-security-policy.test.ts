import { expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src-main/shell/content-security-policy.ts'

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )

it('denies by default and allows the app’s own files alone', () => {
  expect(directives(contentSecurityPolicy('abc'))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'nonce-abc'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
})

it('never allows inline or evaluated code', () => {
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|https?:/)
})
