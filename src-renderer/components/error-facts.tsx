import type { ReactNode } from 'react'
import { errorDetails } from '../format/error-text.ts'
import { common } from '../strings/common.ts'
import type { ShownError } from '../strings/errors.ts'
import { CodeWithMeaning } from './CodeWithMeaning.tsx'

/** The details of an error for a list of facts: Windows' result code has its meaning and can be looked up. */
export const errorFacts = (error: ShownError): readonly (readonly [string, ReactNode])[] =>
  errorDetails(error).map(([label, value]) =>
    label === common.hresult && error.hresult !== undefined
      ? [label, <CodeWithMeaning key={label} code={error.hresult} />]
      : [label, value],
  )
