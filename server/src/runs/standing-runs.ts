import { sameInAll } from '#kernel/languages.ts'
import { newId } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import { WORKER } from './leases.ts'
import type { Program } from './program.ts'

const MISSING = `select studio.id as studio_id, wanted.program
  from studio cross join unnest($1::text[]) as wanted (program)
  where not exists (select from run where run.studio_id = studio.id and run.program = wanted.program
    and run.repeats_every_s is not null)
  limit 1000`
const INSERT = `insert into run (id, studio_id, program, title, title_said, input, requester_kind, requester_id, requester_name,
    repeats_every_s)
  select id, studio_id, program, title_said ->> 'en', title_said, '{}', 'system', 'system', 'IZA OS', repeats_every_s
  from jsonb_to_recordset($1::jsonb) as given (id text, studio_id text, program text, title_said jsonb, repeats_every_s int)
  on conflict do nothing`

/** Every studio has one run of each standing program, also a studio that is older than the program. */
export async function ensureStandingRuns(database: Database, programs: readonly Program[]): Promise<void> {
  const standing = new Map(programs.flatMap((one) => (one.repeatsEveryS ? [[one.name, one] as const] : [])))
  if (standing.size === 0) return
  await database.write(WORKER, async (tx) => {
    const missing = await tx.prepared<{ studio_id: string; program: string }>(MISSING, [[...standing.keys()]])
    if (missing.length === 0) return
    const rows = missing.map(({ studio_id, program }) => ({
      id: newId('run'),
      studio_id,
      program,
      title_said: standing.get(program)?.title({}) ?? sameInAll(program),
      repeats_every_s: standing.get(program)?.repeatsEveryS,
    }))
    await tx.prepared(INSERT, [JSON.stringify(rows)])
  })
}
