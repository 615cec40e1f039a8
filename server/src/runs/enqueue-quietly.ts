import type { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { RUNS } from '#server/database/signals.ts'
import { shortTitle } from './program.ts'

const INSERT = `insert into run (id, studio_id, program, title, title_said, input, requester_kind, requester_id, requester_name)
  select id, $1, $2, title_said ->> 'en', title_said, input, 'system', 'system', 'IZA OS'
  from jsonb_to_recordset($3::jsonb) as given (id text, title_said jsonb, input jsonb)`

/**
 * Puts runs of an outgoing program into the transaction, as many as there are inputs, in one statement. Nobody asked for them
 * one by one, they act with nobody's rights, and no event tells of them. Answers their ids in the order of the inputs.
 */
export async function enqueueQuietly<I extends z.ZodObject>(
  { tx, studioId }: { tx: Transaction; studioId: Id<'studio'> },
  { name, title }: { name: string; input: I; title(input: z.input<I>): Said },
  inputs: readonly z.input<I>[],
): Promise<Id<'run'>[]> {
  const rows = inputs.map((input) => ({
    id: newId('run'),
    title_said: shortTitle(title(input)),
    input,
  }))
  if (rows.length > 0) {
    await tx.prepared(INSERT, [studioId, name, JSON.stringify(rows)])
    tx.announce(RUNS, studioId)
  }
  return rows.map(({ id }) => id)
}
