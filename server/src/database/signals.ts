import pg from 'pg'
import { isId, type Id } from '#kernel/ids.ts'

/**
 * What processes tell each other (LISTEN/NOTIFY): that a studio has new events, work that is due, endpoints that follow, or
 * people whose inbox has changed.
 */
export const EVENTS = 'iza_events'
export const RUNS = 'iza_runs'
export const ENDPOINTS = 'iza_endpoints'
export const INBOXES = 'iza_inboxes'
const CHANNELS = [EVENTS, RUNS, ENDPOINTS, INBOXES] as const
export type Channel = (typeof CHANNELS)[number]

export const ANNOUNCE =
  'select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as told (channel, payload)'
/** Whatever is committed meanwhile is told by the same statement; a person does not see this pause. */
const GATHER_MS = 5
const RECONNECT_MS = 1000

/**
 * Tells after the commit, in a statement of its own. NOTIFY inside the transaction takes one lock for the whole server
 * at its commit, so that commits would go through one by one. A process that dies between the two has told nothing:
 * whoever listens looks by itself now and then.
 */
export function createAnnouncer(send: (channels: string[], payloads: string[]) => Promise<unknown>) {
  let waiting = new Set<string>()
  let sending: Promise<void> | undefined

  async function gatherAndSend(): Promise<void> {
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS))
      const told = [...waiting].map((one) => one.split(' '))
      waiting = new Set()
      await send(
        told.map(([channel = '']) => channel),
        told.map(([, payload = '']) => payload),
      ).catch(() => {}) // the database went away: those who listen will look again when it is back
    }
    sending = undefined
  }

  return {
    announce(told: ReadonlySet<string>): void {
      if (told.size === 0) return
      for (const one of told) waiting.add(one)
      sending ??= gatherAndSend()
    },
    async close(): Promise<void> {
      await sending
    },
  }
}

export interface Signals {
  /** Undefined as the studio: the connection was lost meanwhile, so any studio may have news. Returns how to stop. */
  on(channel: Channel, hear: (studioId: Id<'studio'> | undefined) => void): () => void
  /** Whether what other processes tell arrives at this moment. */
  isConnected(): boolean
  close(): Promise<void>
}

/** Listens on a connection of its own, and connects again when it is lost. */
export function openSignals(config: pg.ClientConfig): Signals {
  const ears = new Map<string, Set<(studioId: Id<'studio'> | undefined) => void>>(
    CHANNELS.map((channel) => [channel, new Set()]),
  )
  let client: pg.Client | undefined
  let isConnected = false
  let isClosed = false
  let retry: NodeJS.Timeout | undefined

  function hearAll(): void {
    for (const heard of ears.values()) for (const hear of heard) hear(undefined)
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...config, application_name: 'iza-os listens', keepAlive: true })
    client = next
    next.on('notification', ({ channel, payload = '' }) => {
      for (const hear of ears.get(channel) ?? []) hear(isId('studio', payload) ? payload : undefined)
    })
    next.on('error', () => {}) // its end follows
    next.on('end', () => {
      if (next !== client) return
      isConnected = false
      again()
    })
    await next.connect()
    await next.query(CHANNELS.map((channel) => `listen ${channel}`).join('; '))
    isConnected = true
    hearAll()
  }

  function again(): void {
    if (isClosed || retry) return
    retry = setTimeout(() => {
      retry = undefined
      void begin()
    }, RECONNECT_MS)
  }

  async function begin(): Promise<void> {
    await connect().catch(() => {
      client?.end().catch(() => {})
      again()
    })
  }

  const beginning = begin()
  return {
    on(channel, hear) {
      ears.get(channel)?.add(hear)
      return () => void ears.get(channel)?.delete(hear)
    },
    isConnected: () => isConnected,
    async close() {
      isClosed = true
      clearTimeout(retry)
      await beginning
      await client?.end().catch(() => {})
    },
  }
}
