import { Link } from '@fluentui/react-components'
import { hresultText } from '../format/hresult.ts'
import { showCode } from '../stores/code-dialog-store.ts'
import { errorLookup } from '../strings/error-lookup.ts'

/**
 * A result code that can be looked up where it stands; a dialog explains it and the page stays as it is.
 * @param code unsigned 32-bit number
 */
export const CodeLink = ({ code }: { readonly code: number }) => {
  const text = hresultText(code)
  return (
    <Link
      as="button"
      inline
      aria-label={errorLookup.link(text)}
      title={errorLookup.link(text)}
      onClick={() => showCode(text)}
    >
      {text}
    </Link>
  )
}
