import { useEffect, useState } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { useAppInfo } from '../stores/app-info-store.ts'
import { useLab } from '../stores/lab-store.ts'
import type { TargetFields } from '../wizards/target-step/target-fields.ts'
import { createChoice, firstChoice, type Choice } from './choice-store.ts'

/** The choice of a computer for as long as the page is open. @param computer what another page chose; null for nothing */
export const useChoice = (computer: TargetFields | null): Choice => {
  const [choice] = useState(() => {
    const usual = useAppInfo.getState().info?.canManageThisComputer === true ? 'this-computer' : 'lab'
    return createChoice(bridge, computer ?? firstChoice(usual), () => useLab.getState().overview?.scenario ?? '')
  })
  useEffect(() => choice.dispose, [choice])
  return choice
}
