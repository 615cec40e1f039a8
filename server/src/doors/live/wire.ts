import type { EventRow } from './live-queries.ts'
import { revisionText, type Revision } from './revision.ts'

/** Where a client connects again by itself, it waits this long. */
const RETRY_MS = 2000

/** What the stream itself says, beside the events of the studio, whose types all have a dot. */
export type Notice = 'ready' | 'gap' | 'closed' | 'inbox'

export const HEARTBEAT = Buffer.from(':\n\n')
export const GREETING = Buffer.from(`retry: ${RETRY_MS}\n\n`)

/** As the specification of server-sent events writes it. The data is JSON of the database's own, on one line. */
export function eventsOnWire(events: readonly EventRow[]): Buffer {
  return Buffer.from(events.map(eventOnWire).join(''))
}

export function noticeOnWire(notice: Notice, data: object, at?: Revision): Buffer {
  const id = at ? `id: ${revisionText(at)}\n` : ''
  return Buffer.from(`${id}event: ${notice}\ndata: ${JSON.stringify(data)}\n\n`)
}

function eventOnWire(event: EventRow): string {
  const told = {
    type: event.type,
    subjectId: event.subject_id,
    businessId: event.business_id,
    at: event.at,
    actor: { kind: event.actor_kind, id: event.actor_id },
    requestId: event.request_id,
  }
  const whole = `${JSON.stringify(told).slice(0, -1)},"data":${event.data}}`
  const id = revisionText({ xact: BigInt(event.xact), eventId: event.id })
  return `id: ${id}\nevent: ${event.type}\ndata: ${whole}\n\n`
}
