import { test } from 'node:test'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { atEnd } from '#server/database/at-end.ts'
import { OWNER, testWay } from '#server/test-system.ts'

/**
 * How long a page of the list takes with 1,000 and with 10,000 businesses, in each order, and the overview by groups;
 * beside the plainest SELECT of the same rows by their owner: `node bench/list.ts`. One call at a time, by turns with the
 * control, without HTTP: what counts is the ratio.
 */
const SIZES = [1000, 10_000]
const CALLS = 200
const WARM_UP = 20
const PAGE_ROWS = 100
const STAGES = ['idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed']

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = Object((await call('identity.get-me', {}, machineKey))['studio']).id
const pool = new pg.Pool({ ...database.configFor('admin'), max: 1 })
atEnd(() => pool.end())
const ask = (name: string, input: object) => call(name, input, machineKey)
const made = (name: string, inputs: object[]) =>
  Promise.all(inputs.map(async (input) => String((await ask(name, input))['id'])))
const entityIds = await made(
  'entities.create-entity',
  Array.from({ length: 8 }, (_nothing, at) => ({ name: `Entity ${at}`, kind: 'LLC', jurisdiction: 'US-DE' })),
)
const categoryIds = await made(
  'businesses.create-category',
  Array.from({ length: 12 }, (_nothing, at) => ({ name: `Category ${at}` })),
)

let businesses = 0
const counted = () =>
  pool.query({
    name: 'groups',
    text: 'select stage, count(*) from business where studio_id = $1 and archived_at is null group by stage',
    values: [studioId],
  })

for (const size of SIZES) {
  test(`a page of ${PAGE_ROWS} of ${size.toLocaleString('en')} businesses`, async () => {
    await addBusinesses(size - businesses)
    const order = 'b.name collate "und-x-icu", b.id'
    const plain = () =>
      pool.query({
        name: 'page',
        text: `select b.*, e.name as entity_name, c.name as category_name from business b
          join entity e on e.id = b.entity_id left join category c on c.id = b.category_id
          where b.studio_id = $1 and b.archived_at is null order by ${order} limit ${PAGE_ROWS}`,
        values: [studioId],
      })
    const assessedInMs = await timed(() => ask('businesses.assess-health', {}))
    const againInMs = await timed(() => ask('businesses.assess-health', {}))
    console.log(`assessed in ${assessedInMs.toFixed(0)} ms, and again in ${againInMs.toFixed(0)} ms`)
    const half = await cursorAtHalf(size)
    const limit = PAGE_ROWS
    await compare('by name', () => ask('businesses.list-businesses', { limit }), plain)
    await compare(
      'by name, half-way',
      () => ask('businesses.list-businesses', { limit, cursor: half }),
      plain,
    )
    for (const sort of ['stage', 'category', 'updated']) {
      await compare(
        `by ${sort}`,
        () => ask('businesses.list-businesses', { limit, sort, descending: true }),
        plain,
      )
    }
    await compare('searched', () => ask('businesses.list-businesses', { limit, search: 'ness 99' }), plain)
    await compare(
      'narrowed to poor health',
      () => ask('businesses.list-businesses', { limit, health: 'poor' }),
      plain,
    )
    await compare(
      'overview by health',
      () => ask('businesses.summarise-businesses', { by: 'health' }),
      counted,
    )
    await compare('overview by stage', () => ask('businesses.summarise-businesses', {}), counted)
    await compare('overview by tag', () => ask('businesses.summarise-businesses', { by: 'tag' }), counted)
  })
}

async function compare(what: string, subject: () => Promise<unknown>, control: () => Promise<unknown>) {
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let at = 0; at < WARM_UP + CALLS; at++) {
    const figures = [await timed(subject), await timed(control)] as const
    if (at < WARM_UP) continue
    ours.push(figures[0])
    plain.push(figures[1])
  }
  const [p50, p95, plain50, plain95] = [
    quantile(ours, 0.5),
    quantile(ours, 0.95),
    quantile(plain, 0.5),
    quantile(plain, 0.95),
  ]
  console.log(
    `${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; plain ${plain50.toFixed(1)} and ${plain95.toFixed(1)}; ` +
      `${(p50 / plain50).toFixed(1)} times`,
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

async function cursorAtHalf(size: number): Promise<string> {
  let cursor = ''
  for (let seen = 0; seen < size / 2; seen += 200) {
    const page = await ask('businesses.list-businesses', { limit: 200, ...(cursor && { cursor }) })
    cursor = String(page['nextCursor'])
  }
  return cursor
}

async function addBusinesses(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_nothing, at) => ({
    id: newId('business'),
    studio_id: studioId,
    entity_id: entityIds[at % entityIds.length],
    category_id: at % 5 === 0 ? null : categoryIds[at % categoryIds.length],
    name: `Business ${(at * 7919) % count}`,
    stage: STAGES[at % STAGES.length],
    description: 'Sells restored furniture and ships it to five countries.',
    links: [],
    tags: at % 2 ? ['b2b', `tag ${at % 40}`] : [],
  }))
  await pool.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given (id text, studio_id text, entity_id text,
       category_id text, name text, stage text, description text, links text[], tags text[])),
     moved as (
       insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, category_id, stage,
         effective_on, actor_kind, actor_id)
       select 'mov_' || substr(id, 5, 10) || substr(md5(id || attribute), 1, 16), studio_id, id, 1, attribute,
         case attribute when 'entity' then entity_id end, case attribute when 'category' then category_id end,
         case attribute when 'stage' then stage end, current_date, 'machine', 'machine'
       from given, unnest(array['entity', 'category', 'stage']) as attribute
       where attribute <> 'category' or category_id is not null)
     insert into business (id, studio_id, entity_id, category_id, name, stage, stage_since, description, links, tags)
     select id, studio_id, entity_id, category_id, name, stage, current_date, description, links, tags from given`,
    [JSON.stringify(rows)],
  )
  await pool.query('analyze business')
  businesses += count
}
