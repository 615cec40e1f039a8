import { test } from 'node:test'
import pg from 'pg'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { atEnd } from '#server/database/at-end.ts'
import { OWNER, testWay } from '#server/test-system.ts'

/**
 * How long the figures of the overview, the funnel, the vintages and a KPI over 24 months take with 1,000 and with 10,000
 * businesses, each with three moves of stage; beside the plainest SELECT of the same rows by their owner: `node
 * bench/portfolio.ts`. One call at a time, by turns with the control, without HTTP: what counts is the ratio.
 */
const SIZES = [1000, 10_000]
const CALLS = 20
const WARM_UP = 3
const MONTHS = 24

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = Object((await call('identity.get-me', {}, machineKey))['studio']).id
const pool = new pg.Pool({ ...database.configFor('admin'), max: 1 })
atEnd(() => pool.end())
const ask = (name: string, input: object) => call(name, input, machineKey)
const made = async (name: string, input: object) => String((await ask(name, input))['id'])
const entityId = await made('entities.create-entity', { name: 'One', kind: 'LLC', jurisdiction: 'US-DE' })
const categoryIds: string[] = []
for (let at = 0; at < 12; at++) {
  categoryIds.push(await made('businesses.create-category', { name: `Category ${at}` }))
}
const kpiId = await made('kpis.create-kpi', { name: 'Revenue', unit: 'money', currency: 'EUR' })
const last = lastEndedBefore('month', today())
let businesses = 0

for (const size of SIZES) {
  test(`${size.toLocaleString('en')} businesses`, async () => {
    await fill(businesses + 1, size)
    businesses = size
    await ask('businesses.assess-health', {})
    const counted = select(
      'select stage, count(*) from business where studio_id = $1 and archived_at is null group by stage',
    )
    const moved = select(
      `select stage, count(*) from business_move where studio_id = $1 and attribute = 'stage' group by stage`,
    )
    const summed = select(
      'select starts_on, sum(value) from kpi_value where studio_id = $1 and withdrawn_at is null group by starts_on',
    )
    const range = { kpiId, from: monthsBefore(MONTHS - 1), to: last.name }
    await compare('the overview', () => ask('businesses.summarise-portfolio', {}), counted)
    await compare('the funnel', () => ask('businesses.summarise-funnel', {}), moved)
    await compare('the vintages', () => ask('businesses.list-vintages', {}), moved)
    await compare('what moved', () => ask('businesses.list-recent-moves', {}), moved)
    await compare('24 months', () => ask('kpis.summarise-range', range), summed)
    await compare(
      '24 months by category then',
      () => ask('kpis.summarise-range', { ...range, by: 'category' }),
      summed,
    )
    await compare(
      '24 months by category at present',
      () => ask('kpis.summarise-range', { ...range, by: 'category', classification: 'present' }),
      summed,
    )
  })
}

function select(text: string) {
  return () => pool.query({ name: text.slice(0, 60), text, values: [studioId] })
}

function monthsBefore(months: number): string {
  const at = new Date(`${last.startsOn}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().slice(0, 7)
}

async function compare(what: string, subject: () => Promise<unknown>, control: () => Promise<unknown>) {
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let at = 0; at < WARM_UP + CALLS; at++) {
    const figures = [await timed(subject), await timed(control)] as const
    if (at < WARM_UP) continue
    ours.push(figures[0])
    plain.push(figures[1])
  }
  const [p50, p95, plain50] = [quantile(ours, 0.5), quantile(ours, 0.95), quantile(plain, 0.5)]
  console.log(
    `${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; plain ${plain50.toFixed(1)} ms; ${(p50 / plain50).toFixed(1)} times`,
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

/** Three stages each, 100 days apart, and a value for every month. */
async function fill(from: number, to: number): Promise<void> {
  await pool.query(
    `with made as (
       insert into business (id, studio_id, entity_id, category_id, name, stage, stage_since, description, links, tags)
       select ${id('biz', 'n')}, $1, $2, ($3::text[])[n % 12 + 1], 'Business ' || n, 'solution', current_date - n % 90, '', '{}', '{}'
       from generate_series($4::int, $5::int) as n returning id, category_id, stage_since)
     insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, category_id, stage, effective_on, actor_kind, actor_id)
     select 'mov_' || substr(id, 6, 25) || at, $1, id, greatest(1, at - 2), attribute, case attribute when 'entity' then $2 end,
       case attribute when 'category' then category_id end, case attribute when 'stage' then stage end,
       stage_since - back, 'system', 'system'
     from made, (values (1, 'entity', null, 200), (2, 'category', null, 200), (3, 'stage', 'idea', 200),
       (4, 'stage', 'validation', 100), (5, 'stage', 'solution', 0)) as kind (at, attribute, stage, back)
     order by id, at`,
    [studioId, entityId, categoryIds, from, to],
  )
  await pool.query(
    `insert into kpi_value (id, studio_id, business_id, kpi_id, cadence, measure, starts_on, value, provenance, source, note,
       recorded_by_kind, recorded_by)
     select ${id('kpv', 'm * 100000 + n')}, $1, ${id('biz', 'n')}, $2, 'month', 'money EUR',
       ($3::date - make_interval(months => m))::date, (n * 37 + m * 11) % 90000, 'claimed', '', '', 'machine', 'machine'
     from generate_series(0, ${MONTHS - 1}) as m, generate_series($4::int, $5::int) as n`,
    [studioId, kpiId, last.startsOn, from, to],
  )
  // What a running database does by itself a minute after so many rows came: only then is an index read without its table.
  await pool.query('vacuum (analyze) business, business_move, kpi_value, health_reason')
}

function id(prefix: string, number: string): string {
  return `'${prefix}_' || lpad((${number})::text, 26, '0')`
}
