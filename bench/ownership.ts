import { test } from 'node:test'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { atEnd } from '#server/database/at-end.ts'
import { OWNER, testWay } from '#server/test-system.ts'

/**
 * How long the ownership structure of a group of 1,000 entities takes, ten levels deep with three owners each, so that
 * chains cross; beside the plain SELECT of the same rows by their owner: `node bench/ownership.ts`. One call at a time, by
 * turns with the control, without HTTP.
 */
const ENTITIES = 1000
const LEVEL = 100
const CALLS = 100
const WARM_UP = 20

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = Object((await call('identity.get-me', {}, machineKey))['studio']).id
const pool = new pg.Pool({ ...database.configFor('admin'), max: 1 })
atEnd(() => pool.end())

const ask = () => call('entities.get-structure', { on: '2025-01-01' }, machineKey)
const plain = async () => {
  await pool.query({
    name: 'entities',
    text: 'select id, name from entity where studio_id = $1',
    values: [studioId],
  })
  await pool.query({ name: 'stakes', text: 'select * from stake where studio_id = $1', values: [studioId] })
}

test(`the structure of ${ENTITIES.toLocaleString('en')} entities`, async () => {
  const stakes = await addGroup()
  const [ours, control]: [number[], number[]] = [[], []]
  for (let at = 0; at < WARM_UP + CALLS; at++) {
    const figures = [await timed(ask), await timed(plain)] as const
    if (at < WARM_UP) continue
    ours.push(figures[0])
    control.push(figures[1])
  }
  console.log(`${stakes} stakes: ${told(ours)}; plain SELECT ${told(control)}`)
})

/** A level of holdings without owners, and below it each entity owned by three of the level above. */
async function addGroup(): Promise<number> {
  const entities = Array.from({ length: ENTITIES }, (_nothing, at) => ({
    id: newId('entity'),
    studio_id: studioId,
    name: `Entity ${at}`,
    kind: 'LLC',
    jurisdiction: 'US-DE',
  }))
  await pool.query(
    `insert into entity (id, studio_id, name, kind, jurisdiction)
     select id, studio_id, name, kind, jurisdiction from jsonb_populate_recordset(null::entity, $1)`,
    [JSON.stringify(entities)],
  )
  const stakes = entities.slice(LEVEL).flatMap(({ id }, at) =>
    [0, 7, 31].map((step, place) => ({
      id: newId('stake'),
      studio_id: studioId,
      entity_id: id,
      owner_entity_id: entities[Math.floor(at / LEVEL) * LEVEL + ((at + step) % LEVEL)]?.id,
      voting_millionths: [52_000_000, 24_000_000, 24_000_000][place],
      economic_millionths: [33_333_333, 33_333_333, 33_333_334][place],
      from_on: '2024-01-01',
    })),
  )
  // What the trigger refuses is not what is measured, and it reads the whole graph for each row.
  const client = await pool.connect()
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into stake (id, studio_id, entity_id, owner_entity_id, voting_millionths, economic_millionths, from_on)
     select id, studio_id, entity_id, owner_entity_id, voting_millionths, economic_millionths, from_on
     from jsonb_populate_recordset(null::stake, $1)`,
    [JSON.stringify(stakes)],
  )
  await client.query('set session_replication_role = origin')
  await client.query('analyze entity, stake')
  client.release()
  return stakes.length
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

function told(figures: readonly number[]): string {
  const sorted = figures.toSorted((one, other) => one - other)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
