import { test } from 'node:test'
import pg from 'pg'
import { atEnd } from '#server/database/at-end.ts'
import { lastEndedBefore } from '#kernel/periods.ts'
import { OWNER, testWay } from '#server/test-system.ts'

/**
 * How long the truth bar, a page of values and the lists of findings take with 10,000 businesses, 24 months and 5 KPIs (1.2 million
 * values), beside the plainest SELECT of the same period by its owner: `node bench/kpis.ts`. One call at a time, by turns
 * with the control, without HTTP.
 */
const [BUSINESSES, MONTHS, KPIS] = [10_000, 24, 5]
const CALLS = 30
const WARM_UP = 3

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = Object((await call('identity.get-me', {}, machineKey))['studio']).id
const pool = new pg.Pool({ ...database.configFor('admin'), max: 1 })
atEnd(() => pool.end())
const ask = (name: string, input: object) => call(name, input, machineKey)
const { id: entityId } = await ask('entities.create-entity', {
  name: 'Entity',
  kind: 'LLC',
  jurisdiction: 'US-DE',
})
const last = lastEndedBefore('month', new Date().toISOString().slice(0, 10))
const kpiIds = await Promise.all(
  Array.from({ length: KPIS }, async (_nothing, at) =>
    String((await ask('kpis.create-kpi', { name: `KPI ${at}`, unit: 'money', currency: 'EUR' }))['id']),
  ),
)
await fill()

test('the truth bar and the lists behind it', { timeout: 600_000 }, async () => {
  const [kpiId = ''] = kpiIds
  const plain = () =>
    pool.query({
      name: 'plain',
      text: `select provenance, count(*), sum(value) from kpi_value
        where studio_id = $1 and kpi_id = $2 and starts_on = $3 and withdrawn_at is null group by provenance`,
      values: [studioId, kpiId, last.startsOn],
    })
  const one = { kpiId, from: last.name, to: last.name, isInForce: true, limit: 100 }
  await compare('truth bar', () => ask('kpis.summarise-values', { kpiId }), plain)
  await compare('by entity', () => ask('kpis.summarise-values', { kpiId, by: 'entity' }), plain)
  await compare('values of a period', () => ask('kpis.list-values', one), plain)
  await compare('stale, one KPI', () => ask('kpis.list-stale', { kpiId }), plain)
  await compare('stale, all', () => ask('kpis.list-stale', {}), plain)
  await compare('contradictions, one KPI', () => ask('kpis.list-contradictions', { kpiId }), plain)
})

async function compare(what: string, subject: () => Promise<unknown>, control: () => Promise<unknown>) {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let at = 0; at < WARM_UP + CALLS; at++) {
    const figures = [await timed(subject), await timed(control)] as const
    if (at < WARM_UP) continue
    ours.push(figures[0])
    theirs.push(figures[1])
  }
  const [p50, p95, plain50] = [quantile(ours, 0.5), quantile(ours, 0.95), quantile(theirs, 0.5)]
  console.log(
    `${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; plain ${plain50.toFixed(0)} ms; ${(p50 / plain50).toFixed(1)} times`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now()
  await work()
  return performance.now() - startedAtMs
}

function quantile(figures: readonly number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)] ?? 0
}

/** Three of ten values are measured, one of fifty claimed beside it; ids are made where the rows are. */
async function fill(): Promise<void> {
  await pool.query(
    `with made as (
       insert into business (id, studio_id, entity_id, name, stage, stage_since, description, links, tags)
       select ${id('biz', 'n')}, $1, $2, 'Business ' || n, 'launched', current_date, '', '{}', '{}'
       from generate_series(1, ${BUSINESSES}) as n returning id)
     insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, stage, effective_on, actor_kind, actor_id)
     select 'mov_' || substr(id, 5, 25) || at, $1, id, 1, attribute, case attribute when 'entity' then $2 end,
       case attribute when 'stage' then 'launched' end, current_date, 'system', 'system'
     from made, unnest(array['entity', 'stage']) with ordinality as kind (attribute, at)`,
    [studioId, entityId],
  )
  await pool.query(
    `insert into kpi_value (id, studio_id, business_id, kpi_id, cadence, measure, starts_on, value, provenance, source, note,
       recorded_by_kind, recorded_by)
     select ${id('kpv', `((k * 100 + m) * 100000 + n) * 10 + c`)}, $1, ${id('biz', 'n')}, ($2::text[])[k], 'month', 'money EUR',
       ($3::date - make_interval(months => m))::date, (n * 37 + m * 11) % 90000, case when c = 0 and n % 10 < 3 then 'measured' else 'claimed' end,
       'bench', '', 'machine', 'machine'
     from generate_series(1, ${KPIS}) as k, generate_series(0, ${MONTHS - 1}) as m, generate_series(1, ${BUSINESSES}) as n,
       generate_series(0, 1) as c
     where (c = 0 and (m > 0 or n % 20 > 0)) or (c = 1 and n % 50 = 0 and n % 20 > 0)`,
    [studioId, kpiIds, last.startsOn],
  )
  await pool.query('analyze business, kpi_value')
}

function id(prefix: string, number: string): string {
  return `'${prefix}_' || lpad((${number})::text, 26, '0')`
}
