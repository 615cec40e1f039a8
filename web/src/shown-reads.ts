import { useEffect, useSyncExternalStore } from 'react'
import type { OperationName } from '#contract/operations.d.ts'

/** What the screen is made of at this moment: every read that something shows, by how many places show it. */
const shown = new Map<string, number>()
const listeners = new Set<() => void>()
let snapshot: readonly string[] = []

function tell(): void {
  snapshot = [...shown.keys()]
  for (const listener of listeners) listener()
}

/** Counts the read as shown for as long as the component that asks for it is there. */
export function useShown(operation: OperationName, input: object, isSkipped: boolean): void {
  const call = isSkipped ? undefined : JSON.stringify([operation, input])
  useEffect(() => {
    if (call === undefined) return undefined
    shown.set(call, (shown.get(call) ?? 0) + 1)
    tell()
    return () => {
      const places = (shown.get(call) ?? 1) - 1
      if (places === 0) shown.delete(call)
      else shown.set(call, places)
      tell()
    }
  }, [call])
}

/** Each of them once, as JSON of its operation and its input, in the order in which they came. */
export function useShownReads(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => snapshot,
  )
}
