import { deepEqual, equal, ok } from 'node:assert/strict'
import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { addPerson } from '#server/test-people.ts'
import { importsPrograms } from '#server/modules/imports/index.ts'
import { businessImport } from './import-program.ts'
import type { KilledImportSettings } from './test-killed-import.ts'

const { call, database, invoke, machineKey, records, studioId, startWorking, until, wayIn } = await testRuns()
const ACCELERATOR = new URL('../../../../../shared/data/portfolio-accelerator.csv', import.meta.url)
const { id: entityId } = await call(
  'entities.create-entity',
  { name: 'Portfolio LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)

const send = (input: Record<string, unknown>, token = machineKey) =>
  call('businesses.import-businesses', { entityId, ...input }, token)

async function tried(input: Record<string, unknown>, token = machineKey) {
  const { output } = await invoke({
    operation: 'businesses.import-businesses',
    input: { entityId, onErrors: 'leave-out', ...input },
    credential: { token, isLocal: true },
    door: 'test',
    requestId: 'tried',
    isDryRun: true,
  })
  return output
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  ok(error instanceof Problem, String(error))
  return error
}

async function count(table: string): Promise<number> {
  const { rows } = await records.query(`select count(*)::int as count from ${table}`)
  return rows[0].count
}

const csvOf = (rows: number) =>
  `Name,Status\n${Array.from({ length: rows }, (_nothing, at) => `Row ${at},Operating\n`).join('')}`

async function listed(runId: unknown): Promise<number> {
  return Number((await call('businesses.list-businesses', { runId, limit: 1 }, machineKey))['total'])
}

test('an import is checked at once, waits for its run, and is forgotten when it is done', async () => {
  const answer = await send({ csv: csvOf(1000), fileName: 'rows.csv' })
  deepEqual([answer['rows'], answer['ready'], answer['leftOut']], [1000, 1000, 0])
  const runId = idFrom('run', String(answer['runId']))
  equal(await listed(runId), 0)
  equal(await count('waiting_import'), 1)

  const worker = startWorking([businessImport])
  const { title, result } = await until(runId, 'done')
  await worker.close()
  deepEqual([title, result], ['Import 1000 businesses from rows.csv', { created: 1000, newCategories: [] }])
  equal(await listed(runId), 1000)
  equal(await count('waiting_import'), 0)
  const { rows } = await records.query(
    `select operation, actor_kind, on_behalf_of, input from audit_line where operation like 'businesses.%-businesses' order by id`,
  )
  deepEqual(
    rows.map(({ operation, actor_kind, on_behalf_of }) => [operation, actor_kind, on_behalf_of]),
    [
      ['businesses.import-businesses', 'machine', null],
      ['businesses.create-businesses', 'run', 'machine'],
    ],
  )
  equal(rows[0].input.csv.length, csvOf(1000).length)
})

test(
  'the accelerator file comes in with the columns that it has',
  { skip: !existsSync(ACCELERATOR) && 'the file is not here' },
  async () => {
    const csv = readFileSync(ACCELERATOR, 'utf8')
    const answer = await tried({ csv })
    deepEqual([answer['rows'], answer['ready'], answer['errorCount']], [688, 688, 0])
    const becomes = Object(answer['columns'])
      .filter(({ field }: { field: string }) => field !== 'nothing')
      .map(({ column, field }: { column: string; field: string }) => [column, field])
    deepEqual(becomes, [
      ['Company', 'name'],
      ['Satus', 'stage'],
      ['Description', 'description'],
      ['Categories', 'tags'],
      ['Seed-DB / Mattermark Profile', 'links'],
      ['Crunchbase / Angel List Profile', 'links'],
      ['Website', 'links'],
    ])
    deepEqual(answer['stageWords'], [
      { word: 'Operating', stage: 'launched', rows: 523 },
      { word: 'Dead', stage: 'closed', rows: 85 },
      { word: 'Exited', stage: 'exited', rows: 80 },
    ])
  },
)

test('each faulty row is told with its number and its column, and refuses the file or is left out', async () => {
  const csv = [
    'Name,Status,Holding,Category,Website,Tags',
    'Good,Live,portfolio llc,Retail,https://example.com,"a, b"',
    ',Live,,,,',
    'Two,Nowhere,,,,',
    'Three,Live,Unknown LLC,,,',
    'Four,Live,,,not a link,',
    'Five,Live',
    `Six,Live,,,,${'x'.repeat(61)}`,
    'Caf\u{fffd},Live,,,,',
  ].join('\n')
  const before = await count('audit_line')
  const answer = await tried({ csv })
  deepEqual(
    Object(answer['errors']).map(({ row, column }: { row: number; column: string | null }) => [row, column]),
    [
      [3, 'Name'],
      [4, 'Status'],
      [5, 'Holding'],
      [6, 'Website'],
      [7, null],
      [8, 'Tags'],
      [9, null],
    ],
  )
  deepEqual([answer['ready'], answer['leftOut'], answer['newCategories']], [1, 7, ['Retail']])
  const problem = await problemOf(send({ csv }))
  equal(problem.code, 'imports.has-errors')
  ok(
    problem.fields[1]?.message.en.startsWith('Row 4, Status: "Nowhere" is no stage'),
    problem.fields[1]?.message.en,
  )
  equal(await count('audit_line'), before)

  const { runId } = await send({
    csv,
    onErrors: 'leave-out',
    stageWords: [{ word: 'nowhere', stage: 'idea' }],
  })
  const worker = startWorking([businessImport])
  const { result } = await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  deepEqual(result, { created: 2, newCategories: ['Retail'] })
})

test('a mapping says what a column becomes, and one that fits no column or two is refused', async () => {
  const csv = 'A;B;C\nAda;www.ada.example;https://b.example\n'
  const { preview } = await tried({
    csv,
    mapping: [
      { column: 'A', field: 'name' },
      { column: 'B', field: 'links' },
      { column: 'C', field: 'links' },
    ],
  })
  deepEqual(Object(preview)[0].links, ['https://www.ada.example', 'https://b.example'])
  const unknown = await problemOf(tried({ csv, mapping: [{ column: 'D', field: 'name' }] }))
  equal(unknown.code, 'imports.unknown-column')
  const twice = await problemOf(
    tried({
      csv,
      mapping: [
        { column: 'A', field: 'name' },
        { column: 'B', field: 'name' },
      ],
    }),
  )
  equal(twice.code, 'imports.two-columns-for-one')
  const none = await tried({ csv, mapping: [] })
  deepEqual([none['ready'], none['runId']], [0, null])
})

test('of a hundred thousand rows with errors nothing is done', async () => {
  const before = [await count('run'), await count('waiting_import'), await count('category')]
  const problem = await problemOf(send({ csv: `Name,Category\n${',"x\n'.repeat(100_000)}` }))
  equal(problem.code, 'imports.csv-broken')
  equal((await problemOf(send({ csv: csvOf(100_000), onErrors: 'leave-out' }))).code, 'imports.too-long')
  const { ready, errorCount, newCategories } = await tried({
    csv: `Name,Category\n${Array.from({ length: 20_000 }, (_nothing, at) => `N,C ${at}\n`).join('')}`,
  })
  deepEqual([ready, errorCount, Object(newCategories).length], [200, 19_800, 200])
  deepEqual([await count('run'), await count('waiting_import'), await count('category')], before)
})

test('whoever covers one entity imports into it alone', async () => {
  const grants = [{ role: 'operator' as const, covers: String(entityId) }]
  const { token } = await addPerson(database.app, { studioId, grants })
  await call('entities.create-entity', { name: 'Other LLC', kind: 'LLC', jurisdiction: 'US-DE' }, machineKey)
  const csv = 'Name,Entity,Category\nIn,Portfolio LLC,\nOut,Other LLC,\nMakes,Portfolio LLC,Unmade\n'
  const { errors, ready } = await tried({ csv }, token)
  deepEqual(
    Object(errors).map(({ row, column }: { row: number; column: string }) => [row, column]),
    [
      [3, 'Entity'],
      [4, 'Category'],
    ],
  )
  equal(ready, 1)
})

for (const dies of ['within', 'after'] as const) {
  test(`kill -9 ${dies} the creation: nothing is there twice, and nothing half`, async () => {
    const { runId } = await send({ csv: csvOf(2000) })
    const child = fork(new URL('test-killed-import.ts', import.meta.url))
    const settings: KilledImportSettings = { app: database.configFor('app'), way: wayIn, leaseMs: 300, dies }
    const isGone = new Promise<unknown>((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    child.send(settings)
    equal(await isGone, 'SIGKILL')
    equal(await listed(runId), dies === 'after' ? 2000 : 0)

    const worker = startWorking([businessImport])
    const { lease_token } = await until(idFrom('run', String(runId)), 'done')
    await worker.close()
    equal(Number(lease_token), 2)
    equal(await listed(runId), 2000)
  })
}

test('what a cancelled import left behind is forgotten', async () => {
  const { runId } = await send({ csv: csvOf(1) })
  await call('runs.cancel-run', { runId }, machineKey)
  equal(await count('waiting_import'), 1)
  const worker = startWorking(importsPrograms)
  const { rows } = await records.query(`select count(*)::int as count from run where status = 'cancelled'`)
  equal(rows[0].count, 1)
  await untilForgotten()
  await worker.close()
  equal(await count('waiting_import'), 0)
})

async function untilForgotten(): Promise<void> {
  await waitFor(async () => {
    const seen = await count('waiting_import')
    return { isThere: seen === 0, seen }
  })
}
