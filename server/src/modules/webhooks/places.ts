/** Of the sixteen that a process works on at once: who answers slowly does not keep the others waiting. */
const PLACES_PER_ENDPOINT = 4
const PAUSE_MS_MIN = 500
const PAUSE_MS_MAX = 60_000

/** How many deliveries to one endpoint are under way in this process. */
export function createPlaces() {
  const taken = new Map<string, number>()
  return {
    /** Undefined where all are taken; otherwise how to give the place back. */
    take(endpointId: string): (() => void) | undefined {
      const count = taken.get(endpointId) ?? 0
      if (count >= PLACES_PER_ENDPOINT) return undefined
      taken.set(endpointId, count + 1)
      return () => {
        const left = (taken.get(endpointId) ?? 1) - 1
        if (left === 0) taken.delete(endpointId)
        else taken.set(endpointId, left)
      }
    },
  }
}

/** Whoever finds no place comes again, later each time: a thousand that wait do not ask a thousand times a second. */
export function pauseForPlaceMs(asked: number): number {
  return Math.min(PAUSE_MS_MIN * 2 ** Math.min(asked, 10), PAUSE_MS_MAX) * (1 + Math.random() / 2)
}
