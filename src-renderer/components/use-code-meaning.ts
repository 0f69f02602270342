import { useEffect } from 'react'
import { hresultText } from '../format/hresult.ts'
import { askCodeMeaning, useCodeMeanings } from '../stores/code-meanings-store.ts'

/** What a result code means in a few words; null until main has answered and where nothing is known of it. */
export const useCodeMeaning = (code: number | null): string | null => {
  const text = code === null ? null : hresultText(code)
  useEffect(() => {
    if (text !== null) void askCodeMeaning(text)
  }, [text])
  return useCodeMeanings(({ meanings }) => (text === null ? null : (meanings[text] ?? null)))
}
