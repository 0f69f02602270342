import { AppFailure } from '../contract/app-error.ts'

/** The failure of everything that was outstanding when an engine process ended. */
export const engineLost = (exitCode: number | null = null): AppFailure =>
  new AppFailure({
    code: 'engine-lost',
    message:
      'The engine that talks to Windows ended in the middle of its work. Windows may still carry out what was asked.',
    remedy: 'Check the state of the computer before you try again; the app starts the engine anew.',
    ...(exitCode === null ? {} : { detail: `Exit code ${exitCode}.` }),
    retryable: true,
  })

/** The failure to start an engine process at all. */
export const engineNotStarted = (): AppFailure =>
  new AppFailure({
    code: 'engine-lost',
    message: 'The engine that talks to Windows could not be started. Nothing was sent to the computer.',
    remedy: 'Start the app again. Where that does not help, a security program may be blocking it.',
    retryable: true,
  })

/** An answer that is not of the kind that was asked for: the engine is not to be trusted any further. */
export const brokenReply = (): AppFailure =>
  new AppFailure({
    code: 'internal',
    message: 'The engine that talks to Windows gave an answer that the app does not understand.',
    retryable: false,
  })
