import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { OperationName } from '#contract/operations.d.ts'

export interface ShownRead {
  operation: OperationName
  input: object
}

/** What the screen is made of at this moment: every read that something shows, with how many places show it. */
const shown = new Map<string, { read: ShownRead; places: number }>()
const listeners = new Set<() => void>()
let snapshot: readonly ShownRead[] = []

/** Counts the read as shown for as long as the component that asks for it is there. */
export function useShown(operation: OperationName, input: object, isSkipped: boolean): void {
  const read = useRef<ShownRead>({ operation, input })
  const key = isSkipped ? undefined : JSON.stringify([operation, input])
  useEffect(() => {
    read.current = { operation, input }
  })
  useEffect(() => {
    if (key === undefined) return undefined
    put(key, read.current, 1)
    return () => put(key, read.current, -1)
  }, [key])
}

/** Each of them once, in the order in which they came. */
export function useShownReads(): readonly ShownRead[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => snapshot,
  )
}

function put(key: string, read: ShownRead, more: 1 | -1): void {
  const places = (shown.get(key)?.places ?? 0) + more
  if (places === 0) shown.delete(key)
  else shown.set(key, { read: shown.get(key)?.read ?? read, places })
  snapshot = Array.from(shown.values(), (one) => one.read)
  for (const listener of listeners) listener()
}
