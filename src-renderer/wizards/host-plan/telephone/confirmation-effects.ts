import type { Result } from '../../../../src-main/contract/app-error.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'
import type { PlanStage, PlanStageEvent, RunningStep } from '../plan-stage.ts'
import { createSecretSlot } from '../../target-step/secret-slot.ts'
import { firstUnfit, fullBlocks, pasteBlocks, typeBlock, type Blocks } from './confirmation-blocks.ts'

/** How long typing must pause before full blocks are looked at, in milliseconds. */
const typingPause = 250

interface Context {
  readonly bridge: Bridge
  readonly stage: () => PlanStage | null
  readonly send: (event: PlanStageEvent) => void
}

/** What can be done with the typed confirmation ID: edit it, have its check digits looked at, hand it over. */
export const createConfirmationEffects = ({ bridge, stage, send }: Context) => {
  const slot = createSecretSlot(bridge, 'confirmation-id')
  let timer: ReturnType<typeof setTimeout> | undefined

  const running = (): RunningStep | null => {
    const state = stage()
    return state?.step === 'running' ? state : null
  }

  const check = async (text: string) => {
    const ref = await slot.refOf(text)
    return ref.ok ? bridge.call('confirmationId.check', { ref: ref.value }) : ref
  }

  /** Looks at the full blocks alone, so that one that is being typed does not shift the others. */
  const look = async (): Promise<void> => {
    const blocks = running()?.confirmation.blocks ?? []
    const full = fullBlocks(blocks)
    if (full.length === 0) return
    const answer = await check(full.map((index) => blocks[index]).join(' '))
    if (!answer.ok) return
    const doubtful = full.filter((_, place) => answer.value.blocks[place]?.checkDigitHolds === false)
    send({ type: 'confirmation-looked-at', blocks, doubtful })
  }

  const edit = (change: (blocks: Blocks) => Blocks): Blocks => {
    clearTimeout(timer)
    const state = running()
    if (state === null) return []
    const blocks = change(state.confirmation.blocks)
    send({ type: 'confirmation-edited', blocks })
    timer = setTimeout(() => void look(), typingPause)
    return blocks
  }

  return {
    /** Both return the fields as they are afterwards, for the focus to follow. */
    type: (at: number, text: string): Blocks => edit((blocks) => typeBlock(blocks, at, text)),
    paste: (at: number, text: string): Blocks => edit((blocks) => pasteBlocks(blocks, at, text)),
    /**
     * A reference to the whole confirmation ID in main's memory; null where it is not fit to be tried, which then is said
     * at its field. A failing check digit does not hinder.
     */
    async refIfFit(): Promise<Result<string> | null> {
      clearTimeout(timer)
      const blocks = running()?.confirmation.blocks ?? []
      const unfit = firstUnfit(blocks)
      if (unfit !== null) {
        send({ type: 'confirmation-refused', unfit, findings: [] })
        return null
      }
      const text = blocks.join(' ')
      const answer = await check(text)
      if (!answer.ok) return answer
      if (answer.value.complete) return slot.refOf(text)
      send({ type: 'confirmation-refused', unfit: null, findings: answer.value.findings })
      return null
    },
    /** Lets go of the reference, which the plan now owns, so that closing the page does not take it from the plan. */
    handedOver: (): void => slot.release(),
    dispose(): void {
      clearTimeout(timer)
      slot.forget()
    },
  }
}
