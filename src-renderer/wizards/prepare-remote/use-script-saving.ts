import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { RemoteScript } from '../../../src-main/contract/models/remote-management.ts'
import { bridge } from '../../bridge/bridge.ts'
import { announce } from '../../components/Announcer.tsx'
import { prepareRemote as words } from '../../strings/prepare-remote.ts'

/** What became of saving the script. */
type Saving =
  | { readonly phase: 'idle' | 'busy' }
  | { readonly phase: 'done'; readonly saved: boolean }
  | { readonly phase: 'failed'; readonly error: AppError }

/** Has main ask where to save the script, and tells what came of it. */
export const useScriptSaving = ({ bytes, suggestedName }: NonNullable<RemoteScript['script']>) => {
  const [state, setState] = useState<Saving>({ phase: 'idle' })
  const save = async (): Promise<void> => {
    setState({ phase: 'busy' })
    const result = await bridge.call('file.save', { suggestedName, kind: 'command-file', bytes })
    if (!result.ok) return setState({ phase: 'failed', error: result.error })
    const { saved } = result.value
    setState({ phase: 'done', saved })
    announce(saved ? words.saved : words.notSaved)
  }
  return { state, save }
}
