import type { CaptionName } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { ProgramName } from './source-books.ts'

/** What was said of an account of a program when it came in before. */
export interface RememberedChoice {
  entityId: Id<'entity'>
  program: ProgramName
  /** Empty where it has none. */
  sourceCode: string
  sourceName: string
  code: string
  caption: CaptionName
  partnerId: Id<'entity'> | null
}

/** Of accounts of these names, of every entity that the caller sees; the latest first. */
export async function choicesBefore(
  tx: Transaction,
  asked: { programs: readonly ProgramName[]; names: readonly string[] },
): Promise<RememberedChoice[]> {
  return tx.prepared<RememberedChoice & Record<string, unknown>>(
    `select entity_id as "entityId", program, source_code as "sourceCode", source_name as "sourceName", code, caption,
       partner_entity_id as "partnerId"
     from book_import_choice where program = any ($1) and source_name = any ($2)
     order by chosen_at desc, entity_id`,
    [asked.programs, asked.names],
  )
}

/** Each in the place of what was said of the same account before. */
export async function rememberChoices(
  tx: Transaction,
  studioId: Id<'studio'>,
  choices: readonly RememberedChoice[],
): Promise<void> {
  if (choices.length === 0) return
  await tx.prepared(
    `insert into book_import_choice (studio_id, entity_id, program, source_code, source_name, code, caption, partner_entity_id)
     select $1, "entityId", program, "sourceCode", "sourceName", code, caption, "partnerId"
     from jsonb_to_recordset($2::jsonb) as given ("entityId" text, program text, "sourceCode" text, "sourceName" text, code text,
       caption text, "partnerId" text)
     order by 2, 3, 4, 5
     on conflict (studio_id, entity_id, program, source_code, source_name) do update
       set code = excluded.code, caption = excluded.caption, partner_entity_id = excluded.partner_entity_id,
         chosen_at = date_trunc('milliseconds', now())`,
    [studioId, JSON.stringify(choices)],
  )
}
