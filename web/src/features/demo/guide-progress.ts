import { useSyncExternalStore } from 'react'

export const GUIDE_STEPS = ['money', 'source', 'duplicates', 'tree', 'undo'] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]

interface Progress {
  done: readonly GuideStep[]
  isDismissed: boolean
}

/**
 * In the browser, and not on the server: the people of a demonstration are invented, and whoever looks at it goes through
 * several of them, so what one has seen belongs to nobody who has a row.
 */
const KEY = 'iza-demo-guide'
const listeners = new Set<() => void>()
let progress = read()

export function useGuideProgress(): Progress {
  return useSyncExternalStore(listen, () => progress)
}

export function tickStep(step: GuideStep): void {
  if (!progress.done.includes(step)) keep({ ...progress, done: [...progress.done, step] })
}

export function dismissGuide(): void {
  keep({ ...progress, isDismissed: true })
}

/** Which step somebody has just done by coming to this address; undefined for all others. */
export function stepAt(pathname: string, query: URLSearchParams): GuideStep | undefined {
  if (/^\/businesses\/kpis\/[^/]+$/.test(pathname) && query.has('period'))
    return query.has('category') ? 'money' : 'source'
  if (pathname === '/exceptions' && query.get('rule') === 'businesses.duplicates') return 'duplicates'
  if (pathname === '/businesses/entities/tree' && query.has('on')) return 'tree'
  return undefined
}

function keep(next: Progress): void {
  progress = next
  try {
    localStorage.setItem(KEY, JSON.stringify({ done: next.done, isDismissed: next.isDismissed }))
  } catch {
    // Where a browser keeps nothing, the steps are ticked until the page is left.
  }
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

function read(): Progress {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const { done, isDismissed } = Object(kept)
    const isDone = (step: GuideStep) => Array.isArray(done) && done.includes(step)
    return { done: GUIDE_STEPS.filter(isDone), isDismissed: isDismissed === true }
  } catch {
    return { done: [], isDismissed: false }
  }
}
