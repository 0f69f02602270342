import { useEffect } from 'react'
import { useAppInfo } from '../stores/app-info-store.ts'

/**
 * Sets the performance mark `usable` once the page is drawn and main has answered it for the first time. The benchmark of
 * the start reads it; it shows in the developer tools as well.
 */
export const useUsableMark = (): void => {
  const answered = useAppInfo(({ info, error }) => info !== null || error !== null)
  useEffect(() => {
    if (answered && performance.getEntriesByName('usable').length === 0) performance.mark('usable')
  }, [answered])
}
