import { isRecord } from '#kernel/records.ts'

/** What is delivered of an event. */
export interface ToldEvent {
  id: string
  type: string
  subject_id: string
  business_id: string | null
  at: string
  data: unknown
  actor_kind: string
  actor_id: string
}

/** Whose events carry values of businesses and companies, and nothing of a person beyond an id. */
const MODULES_WITH_VALUES = new Set(['businesses', 'entities', 'kpis'])
/** In these modules, what does concern people: a holder may be one, and a request is mailed to one. */
const WITHOUT_VALUES = new Set(['entities.holder-created', 'kpis.values-requested'])
const BODY_LENGTH_MAX = 100_000

/**
 * Whether before and after leave with the event. All others name the fields that changed and not what stands in them: people,
 * their rights and what they wrote stay here, and a module that nobody thought of here is one of them.
 */
export function tellsValues(type: string): boolean {
  return MODULES_WITH_VALUES.has(type.split('.', 1)[0] ?? '') && !WITHOUT_VALUES.has(type)
}

/** The body, as Standard Webhooks has it: type, timestamp, data. Of one event it is the same bytes each time. */
export function bodyOf(studioId: string, event: ToldEvent): string {
  const { type, at, data } = event
  const { before, after } = isRecord(data) ? data : {}
  const about = {
    eventId: event.id,
    studioId,
    subjectId: event.subject_id,
    businessId: event.business_id,
    actor: { kind: event.actor_kind, id: event.actor_id },
  }
  const names = [
    ...new Set([before, after].flatMap((part) => (isRecord(part) ? Object.keys(part) : []))),
  ].sort()
  const thin = messageBody({ type, at, data: { ...about, changed: names } })
  if (!tellsValues(type)) return thin
  const full = messageBody({ type, at, data: { ...about, before: before ?? null, after: after ?? null } })
  return full.length <= BODY_LENGTH_MAX ? full : thin
}

export function messageBody({ type, at, data }: { type: string; at: string; data: object }): string {
  return JSON.stringify({ type, timestamp: at, data })
}
