import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import type { Transaction } from '#server/database/database.ts'

export interface Refusal {
  scheduleId: Id<'schedule'>
  bookId: Id<'book'>
  /** The first occurrence that was refused. */
  number: number
  effectiveOn: string
  /** How many were. */
  refused: number
  code: string
  said: Said
}

/** What is said of these schedules from now on: those that are not among the refused have nothing open up to that day. */
export async function keepRefusals(
  tx: Transaction,
  given: {
    studioId: Id<'studio'>
    tried: readonly Id<'schedule'>[]
    refused: readonly Refusal[]
    through: string
  },
): Promise<void> {
  const { studioId, tried, refused, through } = given
  const still = refused.map(({ scheduleId }) => scheduleId)
  await Promise.all([
    tx.prepared(
      `delete from schedule_refusal where schedule_id = any ($1) and schedule_id <> all ($2) and effective_on <= $3::date`,
      [tried, still, through],
    ),
    tx.prepared(
      `insert into schedule_refusal (schedule_id, studio_id, book_id, number, effective_on, refused, code, said)
       select schedule_id, $2, book_id, number, effective_on, refused, code, said
       from jsonb_to_recordset($1::jsonb) as given (schedule_id text, book_id text, number int, effective_on date,
         refused int, code text, said jsonb)
       on conflict (schedule_id) do update set number = excluded.number, effective_on = excluded.effective_on,
         refused = excluded.refused, code = excluded.code, said = excluded.said`,
      [
        JSON.stringify(
          refused.map(({ scheduleId, bookId, effectiveOn, ...rest }) =>
            Object.assign({ schedule_id: scheduleId, book_id: bookId, effective_on: effectiveOn }, rest),
          ),
        ),
        studioId,
      ],
    ),
  ])
}

/** Why what is due was not posted when it was last tried. */
export async function refusalsOf(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
): Promise<Map<string, Said>> {
  const rows = await tx.prepared<{ scheduleId: string; number: number; said: Said }>(
    `select schedule_id as "scheduleId", number, said from schedule_refusal where book_id = any ($1)`,
    [bookIds],
  )
  return new Map(rows.map(({ scheduleId, number, said }) => [occurrenceKey(scheduleId, number), said]))
}

export function occurrenceKey(scheduleId: string, number: number): string {
  return `schedule:${scheduleId}:${number}`
}

/** A book a row: what is due there, was tried and is not posted by now. */
export const REFUSED = sql`select refusal.book_id as subject_id, null::text as other_id, null::text as business_id,
    book.entity_id, min(refusal.refused_at) as since,
    jsonb_build_object('entity', entity.name, 'schedules', count(*)::int, 'occurrences', sum(refusal.refused)::int,
      'first', (array_agg(jsonb_build_object('name', schedule.name, 'on', refusal.effective_on, 'said', refusal.said)
        order by refusal.effective_on, refusal.schedule_id))[1]) as facts
  from schedule_refusal as refusal join schedule on schedule.id = refusal.schedule_id
    join book on book.id = refusal.book_id join entity on entity.id = book.entity_id
  where refusal.effective_on <= (now() at time zone 'UTC')::date
    and (schedule.ended_on is null or refusal.effective_on <= schedule.ended_on)
    and not exists (select from entry where entry.book_id = refusal.book_id
      and entry.external_id = 'schedule:' || refusal.schedule_id || ':' || refusal.number)
  group by refusal.book_id, book.entity_id, entity.name`
