import { useEffect, useState } from 'react'

/** The present time in milliseconds, renewed every second. @param ticking false holds it still */
export const useNow = (ticking = true): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
