import { text } from 'node:stream/consumers'
import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { AppFailure } from '../contract/app-error.ts'

/** Everything that is sent to the standard input. */
export const readStandardInput = (): Promise<string> => text(process.stdin)

/** Waits for the line that is typed and ends the prompt. Throws AppFailure `cancelled` after Ctrl+C. */
const answerTo = async (prompt: Interface, question: string): Promise<string> => {
  const cancelled = new AbortController()
  prompt.once('SIGINT', () => cancelled.abort())
  try {
    return await prompt.question(question, { signal: cancelled.signal })
  } catch (thrown) {
    if (!cancelled.signal.aborted) throw thrown
    throw new AppFailure({ code: 'cancelled', message: 'Nothing was entered.', retryable: true })
  } finally {
    prompt.close()
  }
}

/** Asks on the terminal and shows what is typed. Throws AppFailure `cancelled` after Ctrl+C. */
export const askOpenly = (question: string): Promise<string> =>
  answerTo(createInterface({ input: process.stdin, output: process.stderr, terminal: true }), question)

/**
 * Asks for a secret on the terminal. What is typed is not shown, because the prompt writes to nowhere. Throws AppFailure
 * `invalid-input` where there is no terminal, `cancelled` after Ctrl+C.
 */
export const askOnTerminal = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new AppFailure({
      code: 'invalid-input',
      message: 'A password is needed, and there is no terminal to ask for it.',
      remedy: 'Send it to the standard input and add --password-stdin.',
      field: 'password',
      retryable: false,
    })
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  // Only now, when the terminal shows nothing any more: an answer can come at once.
  process.stderr.write(question)
  try {
    return await answerTo(prompt, '')
  } finally {
    process.stderr.write('\n')
  }
}
