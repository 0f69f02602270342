import { useSyncExternalStore } from 'react'
import type { Appearance } from './themes.ts'

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')
const forcedQuery = window.matchMedia('(forced-colors: active)')

const subscribe = (changed: () => void): (() => void) => {
  darkQuery.addEventListener('change', changed)
  forcedQuery.addEventListener('change', changed)
  return () => {
    darkQuery.removeEventListener('change', changed)
    forcedQuery.removeEventListener('change', changed)
  }
}

const current = (): Appearance => {
  if (forcedQuery.matches) return 'high-contrast'
  return darkQuery.matches ? 'dark' : 'light'
}

/** The appearance that Windows asks for; changes while the app runs are followed at once. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, current)
