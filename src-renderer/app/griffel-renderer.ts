import { createDOMRenderer, type GriffelRenderer } from '@fluentui/react-components'

/**
 * Griffel's renderer whose style elements carry the page's CSP nonce, which main's protocol handler writes into
 * `<meta name="csp-nonce">`. Without it the strict policy would drop every style of Fluent's.
 */
export const createNonceRenderer = (page: Document): GriffelRenderer => {
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return createDOMRenderer(page, { styleElementAttributes: nonce === '' ? {} : { nonce } })
}
