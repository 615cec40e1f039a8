/** Lists that take changes into their rows by themselves while they are open, so that nothing moves under the reader's hand. */
export const LIVE_LISTS: ReadonlySet<string> = new Set(['businesses.list-businesses'])

/** Ids of what was changed, and of these the ones that a list can have now and did not have before. */
export interface ChangedRows {
  all: ReadonlySet<string>
  fresh: ReadonlySet<string>
}

type Hear = (changed: ChangedRows) => void
const ears = new Map<string, Set<Hear>>()
const lastMs = new Map<string, number>()

/** What was changed in a module, a burst at a time. Returns how to stop. */
export function onChangedRows(module: string, hear: Hear): () => void {
  const heard = ears.get(module) ?? new Set()
  ears.set(module, heard)
  heard.add(hear)
  return () => void heard.delete(hear)
}

export function tellChangedRows(module: string, changed: ChangedRows): void {
  lastMs.set(module, Date.now())
  for (const hear of ears.get(module) ?? []) hear(changed)
}

/** Whether a list of this module that was read then may be out of date: it did not hear of changes while it was closed. */
export function hasChangedSince(module: string, readAtMs: number): boolean {
  return (lastMs.get(module) ?? 0) > readAtMs
}
