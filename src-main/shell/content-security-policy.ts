/**
 * The policy of a document: nothing but the app's own files, no inline script, no frames, no forms. Inline style
 * elements need the document's nonce, which Fluent's style renderer carries.
 * @param nonce fresh for every document, base64
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What the document's text holds where its nonce belongs. */
export const noncePlaceholder = '__CSP_NONCE__'
