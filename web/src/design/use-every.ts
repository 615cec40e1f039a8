import { useEffect, useEffectEvent } from 'react'

/** Does it again and again while the page is looked at; 0 is never. */
export function useEvery(ms: number, act: () => void): void {
  const doAct = useEffectEvent(act)
  useEffect(() => {
    if (ms === 0) return undefined
    const timer = setInterval(() => !document.hidden && doAct(), ms)
    return () => clearInterval(timer)
  }, [ms])
}
