import type { Sight } from './sight.ts'
import type { Subscriber } from './subscriber.ts'

/** Who listens in a studio: those who come in, and those who are told, by what they see. */
export interface Readers {
  all(): Subscriber[]
  isEmpty(): boolean
  /** What is to be read: each sight once. */
  sights(): Sight[]
  seeing(key: string): Subscriber[]
  /** At most so many of those who come in. */
  coming(max: number): Subscriber[]
  isComing(subscriber: Subscriber): boolean
  join(subscriber: Subscriber): void
  /** From now on it is told what its sight shows. */
  watch(subscriber: Subscriber): void
  leave(subscriber: Subscriber): void
}

export function createReaders(): Readers {
  const watching = new Map<string, { sight: Sight; subscribers: Set<Subscriber> }>()
  const joining = new Set<Subscriber>()
  return {
    all() {
      const found = [...joining]
      for (const { subscribers } of watching.values()) for (const one of subscribers) found.push(one)
      return found
    },
    isEmpty: () => joining.size === 0 && watching.size === 0,
    sights: () => [...watching.values()].map(({ sight }) => sight),
    seeing: (key) => [...(watching.get(key)?.subscribers ?? [])],
    coming: (max) => [...joining].slice(0, max),
    isComing: (subscriber) => joining.has(subscriber),
    join: (subscriber) => void joining.add(subscriber),
    watch(subscriber) {
      const { sight } = subscriber
      const place = watching.get(sight.key) ?? { sight, subscribers: new Set() }
      watching.set(sight.key, place)
      place.subscribers.add(subscriber)
      joining.delete(subscriber)
    },
    leave(subscriber) {
      joining.delete(subscriber)
      const { key } = subscriber.sight
      const place = watching.get(key)
      place?.subscribers.delete(subscriber)
      if (place?.subscribers.size === 0) watching.delete(key)
    },
  }
}
