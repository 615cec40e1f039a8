import { ok } from 'node:assert/strict'
import type pg from 'pg'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { atEnd } from './database/at-end.ts'

const Told = z.looseObject({
  type: z.string().optional(),
  subjectId: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
  actor: z.object({ kind: z.string(), id: z.string() }).optional(),
})

export interface LiveEvent {
  id: string
  event: string
  data: z.output<typeof Told>
}

export interface TestStream {
  status: number
  /** All that was told so far, but for heartbeats. */
  events: LiveEvent[]
  /** The first that fits, told already or still to come; fails when the stream ends without it. */
  until(fits: (event: LiveEvent) => boolean): Promise<LiveEvent>
  ended: Promise<void>
  close(): void
}

/** Listens to `/api/v1/live` as software does. */
export async function openLive(given: {
  url: string
  token: string
  headers?: Record<string, string>
  after?: string
}): Promise<TestStream> {
  const { url, token, headers = {}, after } = given
  const leaving = new AbortController()
  const path = after === undefined ? '/api/v1/live' : `/api/v1/live?after=${after}`
  const response = await fetch(new URL(path, url), {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: leaving.signal,
  })
  const events: LiveEvent[] = []
  const ears = new Set<() => void>()
  let isOver = false
  const ended = (async () => {
    let rest = ''
    try {
      for await (const text of present(response.body, 'a body').pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop() ?? ''
        events.push(...blocks.flatMap(readBlock))
        for (const hear of ears) hear()
      }
    } catch {
      // cut off, by us or by the other side: it is over all the same
    }
    isOver = true
    for (const hear of ears) hear()
  })()
  atEnd(async () => leaving.abort())
  return {
    status: response.status,
    events,
    ended,
    close: () => leaving.abort(),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          const found = events.find(fits)
          if (!found && !isOver) return
          ears.delete(hear)
          if (found) resolve(found)
          else reject(new Error(`the stream ended without it: ${JSON.stringify(events)}`))
        }
        ears.add(hear)
        hear()
      }),
  }
}

/** Waits until every event is final: tests in other databases of the server have transactions at work, and hold it back. */
export async function allFinal(look: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await look.query(
      'select count(*)::int as open from event where xact >= pg_snapshot_xmin(pg_current_snapshot())',
    )
    if (rows[0].open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function readBlock(block: string): LiveEvent[] {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)]
    }),
  )
  const data = fields.get('data')
  if (data === undefined) return []
  ok(!data.includes('\n'), 'one line')
  return [
    { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: Told.parse(JSON.parse(data)) },
  ]
}
