import { useEffect, useState } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { RemoteOptions, RemoteScript } from '../../../src-main/contract/models/remote-management.ts'
import { bridge } from '../../bridge/bridge.ts'

/** The script as main made it last. It stays shown until the next one has come. */
export interface ScriptReading {
  readonly answer: RemoteScript | null
  readonly error: AppError | null
}

/** How long typing must pause before main is asked, in milliseconds. */
const typingPause = 250

/** Keeps the script for the options; an answer about older options is dropped. */
export const useRemoteScript = (options: RemoteOptions): ScriptReading => {
  const [reading, setReading] = useState<ScriptReading>({ answer: null, error: null })
  const key = JSON.stringify(options)
  useEffect(() => {
    const controller = new AbortController()
    const ask = async (): Promise<void> => {
      // The key alone decides when main is asked: the object is a new one each time.
      const asked: RemoteOptions = JSON.parse(key)
      const result = await bridge.call('remote.script', asked, { signal: controller.signal })
      if (controller.signal.aborted) return
      setReading(result.ok ? { answer: result.value, error: null } : { answer: null, error: result.error })
    }
    const timer = setTimeout(() => void ask(), typingPause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key])
  return reading
}
