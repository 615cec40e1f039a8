import { newId } from '#kernel/ids.ts'
import type { TestSystem } from '#server/test-system.ts'

/** Runs as the engine leaves them, one at each status; written by hand, for no worker works in these tests. */
export async function seedRuns({ database }: TestSystem): Promise<Record<string, string>> {
  const records = await database.look()
  const { rows } = await records.query('select id from studio')
  const ids: Record<string, string> = {}
  for (const { status, title, more } of RUNS) {
    const run = {
      id: newId('run'),
      studio_id: rows[0].id,
      program: 'examples.take-long',
      title,
      status,
      ...more,
    }
    await records.query(
      `insert into run (id, studio_id, program, title, input, status, requester_kind, requester_id, requester_name,
         progress, problem, result, repeats_every_s, passes, started_at, ended_at, due_at)
       select id, studio_id, program, title, '{}', status, coalesce(requester_kind, 'machine'), 'machine',
         coalesce(requester_name, 'This machine'), progress, problem, result, repeats_every_s, coalesce(passes, 0),
         now(), case when status in ('done', 'failed', 'cancelled') then now() end, now() + interval '1 minute'
       from jsonb_to_record($1::jsonb) as run (id text, studio_id text, program text, title text, status text,
         requester_kind text, requester_name text, progress jsonb, problem jsonb, result jsonb, repeats_every_s int, passes int)`,
      [JSON.stringify(run)],
    )
    await records.query(
      `insert into run_step (studio_id, run_id, name, kind, state, ended_at) values
         ($1, $2, 'read the file', 'read', 'done', now()), ($1, $2, 'pay 7', 'once', $3, now())`,
      [rows[0].id, run.id, status === 'outcome-unknown' ? 'intended' : 'done'],
    )
    ids[status] = run.id
  }
  return ids
}

const RUNS = [
  {
    status: 'waiting',
    title: 'Seals the audit',
    more: { repeats_every_s: 60, passes: 1204, requester_kind: 'system', requester_name: 'IZA OS' },
  },
  { status: 'queued', title: 'Imports 1,000 businesses from portfolio.csv', more: {} },
  {
    status: 'running',
    title: 'Imports 688 businesses from accelerator.csv',
    more: {
      progress: { done: 412, total: 688, note: 'writing' },
      requester_kind: 'person',
      requester_name: 'Ada Lovelace',
    },
  },
  { status: 'done', title: 'Exports the portfolio', more: { result: { rows: 442 } } },
  {
    status: 'failed',
    title: 'Tells hooks.example.com of a change',
    more: {
      problem: {
        code: 'webhooks.refused',
        message: 'hooks.example.com answered 410 Gone. Remove the webhook, or correct its address.',
      },
    },
  },
  {
    status: 'outcome-unknown',
    title: 'Pays 1,200.00 EUR to Nordlicht Möbel GmbH',
    more: {
      problem: {
        code: 'runs.outcome-unknown',
        message: 'A crash fell into the step "pay 7", which must not be done twice.',
      },
    },
  },
  { status: 'cancelled', title: 'Imports 12 businesses from draft.csv', more: {} },
]
