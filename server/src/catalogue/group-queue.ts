import { AsyncResource } from 'node:async_hooks'
import { tooBusy } from './problems.ts'

/**
 * Callers wait one by one; whoever waits when a lane is free goes together. Without load a call never waits, under
 * load a group grows by itself: there is no timer. Two lanes, so that one group gathers while another commits.
 */
export interface GroupQueue<T, R> {
  submit(group: string, item: T): Promise<R>
}

interface Waiting<T, R> {
  item: T
  /** Whose asynchronous call it is: a group works in that of its first, and not in that of whoever came long before. */
  inContext: <R2>(work: () => R2) => R2
  resolve(result: R): void
  reject(error: unknown): void
}

const LANES_PER_GROUP = 2
const GROUP_SIZE_MAX = 200
/** About a minute of work for two lanes: whoever comes then is better told to come back than kept waiting. */
const WAITING_MAX = 5000

/**
 * `run` answers per item, in order. `clash` names items that must not share a group (two with one idempotency key);
 * the later one waits for the next group.
 */
export function createGroupQueue<T, R>(
  run: (items: T[]) => Promise<PromiseSettledResult<R>[]>,
  clash: (item: T) => string | undefined,
): GroupQueue<T, R> {
  const groups = new Map<string, { waiting: Waiting<T, R>[]; lanes: number }>()

  function start(name: string): void {
    const group = groups.get(name)
    if (!group || group.lanes >= LANES_PER_GROUP || group.waiting.length === 0) return
    const taken = takeWithoutClash(group.waiting, clash)
    group.lanes++
    const [first] = taken
    const begin = () => run(taken.map(({ item }) => item))
    void (first ? first.inContext(begin) : begin())
      .then(
        (results) => taken.forEach((waiting, at) => settle(waiting, results[at])),
        (error: unknown) => taken.forEach(({ reject }) => reject(error)),
      )
      .then(() => {
        group.lanes--
        if (group.waiting.length === 0 && group.lanes === 0) groups.delete(name)
        else start(name)
      })
  }

  return {
    submit(name, item) {
      const group = groups.get(name) ?? { waiting: [], lanes: 0 }
      groups.set(name, group)
      if (group.waiting.length >= WAITING_MAX) return Promise.reject(tooBusy(WAITING_MAX))
      return new Promise<R>((resolve, reject) => {
        group.waiting.push({ item, inContext: contextNow(), resolve, reject })
        start(name)
      })
    },
  }
}

function takeWithoutClash<T, R>(
  waiting: Waiting<T, R>[],
  clash: (item: T) => string | undefined,
): Waiting<T, R>[] {
  const seen = new Set<string>()
  const taken: Waiting<T, R>[] = []
  const left: Waiting<T, R>[] = []
  for (const entry of waiting.splice(0)) {
    const mark = clash(entry.item)
    const fits = taken.length < GROUP_SIZE_MAX && (mark === undefined || !seen.has(mark))
    if (fits && mark !== undefined) seen.add(mark)
    ;(fits ? taken : left).push(entry)
  }
  waiting.push(...left)
  return taken
}

function settle<T, R>({ resolve, reject }: Waiting<T, R>, result: PromiseSettledResult<R> | undefined): void {
  if (result?.status === 'fulfilled') resolve(result.value)
  else reject(result ? result.reason : new Error('the group gave no answer for this call'))
}

/** `AsyncLocalStorage.snapshot()` has the collector tell its end, which took a twelfth of our time when many post singly. */
function contextNow(): Waiting<unknown, unknown>['inContext'] {
  const resource = new AsyncResource('group', { requireManualDestroy: true })
  return (work) => resource.runInAsyncScope(work)
}
