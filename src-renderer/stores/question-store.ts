import { create } from 'zustand'

/** A small question before something is lost: both buttons carry a verb. */
export interface Question {
  readonly title: string
  readonly body: string
  /** The verb of the button that does it. */
  readonly confirm: string
  /** The verb of the button that does not; it has the focus. */
  readonly cancel: string
}

interface Asked {
  /** The last question; it stays here while its dialog fades out. */
  readonly question: Question | null
  readonly open: boolean
}

/** The question that is being asked. There is one at a time, because a question is modal. */
export const useQuestion = create<Asked>(() => ({ question: null, open: false }))

let settle: ((yes: boolean) => void) | null = null

/** Answers the open question and closes it. */
export const answer = (yes: boolean): void => {
  useQuestion.setState({ open: false })
  settle?.(yes)
  settle = null
}

/** Asks; resolves to true where the person confirmed. A question that is still open counts as answered with no. */
export const ask = (question: Question): Promise<boolean> => {
  answer(false)
  useQuestion.setState({ question, open: true })
  return new Promise((resolve) => {
    settle = resolve
  })
}
