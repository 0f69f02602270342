import { useEffect, useState } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { SystemKeyAnswer } from '../../../src-main/contract/models/product-key-check.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useLab } from '../../stores/lab-store.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import { isComplete } from '../set-up-kms-host/key-text.ts'
import { createSecretSlot } from '../target-step/secret-slot.ts'
import type { TestedComputer } from '../task-wizard/task-wizard.ts'

/** Of a computer, what checking a key needs. */
export type KeyComputer = Pick<TestedComputer, 'target' | 'snapshot'>

/** What a typed key of a conversion is wanted for. */
export type ConversionKeyPurpose = 'mak' | 'kms-client'

export type KeyCheckState =
  | { readonly phase: 'unchecked' }
  | { readonly phase: 'checking' }
  | { readonly phase: 'checked'; readonly findings: readonly Finding[] }
  | { readonly phase: 'failed'; readonly error: AppError }

/** How long typing must pause before a complete key is checked, in milliseconds. */
const typingPause = 350

/** What the system's answer says against or for a key, as one more finding of its check. */
export const systemFinding = (answer: SystemKeyAnswer, purpose: ConversionKeyPurpose): Finding => {
  const wanted = words.wantedKinds[purpose]
  if (answer.outcome !== 'told') return { check: 'key-system', level: 'info', message: words.system.unknown(wanted) }
  return answer.kind === purpose
    ? { check: 'key-system', level: 'ok', message: words.system.right(answer.channel) }
    : {
        check: 'key-system',
        level: 'info',
        message: words.system.wrong(answer.channel, wanted),
        remedy: words.system.wrongRemedy,
      }
}

/**
 * Checks a key while it is typed, and asks the system what kind it is where nothing stands against it. The key is in main's
 * memory for the check alone and is forgotten when it changes or the page is left.
 */
export const useKeyCheck = (typed: string, purpose: ConversionKeyPurpose, computer: KeyComputer): KeyCheckState => {
  const [seen, setSeen] = useState<{ readonly typed: string; readonly state: KeyCheckState } | null>(null)
  const scenario = useLab((lab) => lab.overview?.scenario ?? null)
  const { target, snapshot } = computer
  const osBuild = snapshot?.osBuild ?? null
  const inLab = target.place === 'lab' ? scenario : null
  useEffect(() => {
    if (!isComplete(typed)) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const slot = createSecretSlot(bridge, 'product-key')
    const show = (next: KeyCheckState): void => {
      if (!signal.aborted) setSeen({ typed, state: next })
    }
    const check = async (): Promise<void> => {
      show({ phase: 'checking' })
      const secret = await slot.refOf(typed.trim())
      if (signal.aborted) return slot.forget()
      if (!secret.ok) return show({ phase: 'failed', error: secret.error })
      const ref = secret.value
      const result = await bridge.call('productKey.check', { ref, purpose, osBuild, scenario: inLab }, { signal })
      if (!result.ok) return show({ phase: 'failed', error: result.error })
      const { findings, kind } = result.value
      // A published setup key is known by its table, and a wrong one needs no second opinion.
      const isClear = kind === 'setup' || findings.some(({ level }) => level === 'problem')
      const answer = isClear ? null : await bridge.call('productKey.askSystem', { ref }, { signal })
      show({
        phase: 'checked',
        findings: answer?.ok === true ? [...findings, systemFinding(answer.value, purpose)] : findings,
      })
    }
    const timer = setTimeout(() => void check(), typingPause)
    return () => {
      clearTimeout(timer)
      controller.abort()
      slot.forget()
    }
  }, [typed, purpose, osBuild, inLab])
  // What was found of another text says nothing of this one.
  return seen?.typed === typed ? seen.state : { phase: 'unchecked' }
}
