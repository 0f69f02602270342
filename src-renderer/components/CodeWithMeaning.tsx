import { CodeLink } from './CodeLink.tsx'
import { useCodeMeaning } from './use-code-meaning.ts'

/** A result code with what it means in a few words; the code itself can be looked up. @param code unsigned 32-bit number */
export const CodeWithMeaning = ({ code }: { readonly code: number }) => {
  const meaning = useCodeMeaning(code)
  return (
    <span>
      <CodeLink code={code} />
      {meaning !== null && `: ${meaning}`}
    </span>
  )
}
