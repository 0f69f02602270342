import { Button } from '@fluentui/react-components'
import { BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark'
import { hresultText } from '../format/hresult.ts'
import { showCode } from '../stores/code-dialog-store.ts'
import { errorLookup } from '../strings/error-lookup.ts'

/** Explains the result code of an error in a dialog. @param code unsigned 32-bit number */
export const LookUpButton = ({ code }: { readonly code: number }) => {
  const text = hresultText(code)
  return (
    <Button size="small" icon={<BookQuestionMarkRegular />} onClick={() => showCode(text)}>
      {errorLookup.link(text)}
    </Button>
  )
}
