import { create } from 'zustand'
import { bridge } from '../bridge/bridge.ts'

/** What each code that was met means; null where nothing is known of it. A code that is still asked for is missing. */
interface CodeMeanings {
  readonly meanings: Readonly<Record<string, string | null>>
}

/** Meanings of the result codes that pages show, asked of main once each. */
export const useCodeMeanings = create<CodeMeanings>(() => ({ meanings: {} }))

const asked = new Set<string>()

/** Asks what a code means, once; the answer appears in `useCodeMeanings`. @param code as it is written: "0xC004F074" */
export const askCodeMeaning = async (code: string): Promise<void> => {
  if (asked.has(code)) return
  asked.add(code)
  const answer = await bridge.call('errors.lookUp', { text: code })
  if (!answer.ok) {
    asked.delete(code)
    return
  }
  const meaning = answer.value.codes[0]?.meaning ?? null
  useCodeMeanings.setState(({ meanings }) => ({ meanings: { ...meanings, [code]: meaning } }))
}
