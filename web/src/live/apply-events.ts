import { operationsApi } from '../api.ts'
import type { store } from '../store.ts'
import { inboxHeard } from './live-slice.ts'
import { tellChangedRows } from './changed-rows.ts'
import { isOwnWrite, moduleOf } from './own-writes.ts'
import type { StreamEvent } from './read-stream.ts'

/** A burst is applied as one: soon when it is the first, and then once a second while it lasts. */
const GATHER_MS = 100
const APART_MS = 1000
/** After a gap everything is read anew, and not by every screen of the studio in the same moment. */
const GAP_JITTER_MS = 2000
/** It happens every ten minutes in every browser, and no screen shows it. */
const UNSEEN = new Set(['identity.session-renewed'])

/** Takes what is heard into the cache of this tab. Returns how to hear, and how to stop. */
export function createApplier(dispatch: typeof store.dispatch): {
  hear(event: StreamEvent): void
  stop(): void
} {
  let changed = new Map<string, { all: Set<string>; fresh: Set<string> }>()
  let lastMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let gap: ReturnType<typeof setTimeout> | undefined

  function apply(): void {
    timer = undefined
    lastMs = Date.now()
    for (const [module, rows] of changed) {
      dispatch(operationsApi.util.invalidateTags([{ type: 'read', id: module }]))
      tellChangedRows(module, rows)
    }
    changed = new Map()
  }

  function readAllAnew(): void {
    gap = undefined
    dispatch(operationsApi.util.invalidateTags(['module']))
  }

  return {
    hear({ event, data: { subjectId, requestId, revision } }) {
      if (event === 'inbox' && typeof revision === 'number') dispatch(inboxHeard(revision))
      if (event === 'gap') gap ??= setTimeout(readAllAnew, Math.random() * GAP_JITTER_MS)
      if (typeof subjectId !== 'string' || UNSEEN.has(event) || isOwnWrite(requestId, event)) return
      const module = moduleOf(event)
      const rows = changed.get(module) ?? { all: new Set(), fresh: new Set() }
      changed.set(module, rows)
      rows.all.add(subjectId)
      if (/-(created|restored)$/.test(event)) rows.fresh.add(subjectId)
      timer ??= setTimeout(apply, Math.max(GATHER_MS, lastMs + APART_MS - Date.now()))
    },
    stop() {
      clearTimeout(timer)
      clearTimeout(gap)
    },
  }
}
