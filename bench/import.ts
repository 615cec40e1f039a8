import { today } from '#kernel/periods.ts'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { test } from 'node:test'
import { idFrom, newId } from '#kernel/ids.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { businessesPrograms } from '#server/modules/businesses/index.ts'
import { newRows } from '#server/modules/businesses/first-moves.ts'
import { insertBusinesses } from '#server/modules/businesses/businesses-queries.ts'
import { median } from './load.ts'

/**
 * From a CSV of 1,000 in our hands to its run done: checked, stored, leased, created with its events and its audit line.
 * Beside it the plainest set-based insert of the same rows, under the same row-level security. `node bench/import.ts`.
 */
const ROWS = 1000
const ROWS_MOST = 20_000
const ROUNDS = 8
const MS_PER_NS = 1e-6

const { call, database, machineKey, startWorking, studioId, until } = await testRuns()
const entity = await call(
  'entities.create-entity',
  { name: 'Bench LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)
const entityId = idFrom('entity', String(entity['id']))
startWorking(businessesPrograms)

const row = (at: number) => ({
  name: `Imported ${at}`,
  description: `Sells restored furniture, "number ${at}", and ships it to five countries.`,
  links: [`https://example.com/${at}`],
  tags: ['retail', 'furniture'],
})

function csvOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_nothing, at) => {
    const { name, description, links, tags } = row(at)
    return `${name},Operating,"${description.replaceAll('"', '""')}",${links.join(' ')},"${tags.join(', ')}"\n`
  })
  return `Company,Status,Description,Website,Categories\n${lines.join('')}`
}

test('a thousand businesses from CSV, beside the plainest insert of the same rows', async () => {
  const [imports, inserts]: [Cost[], Cost[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const imported = await costOf(() => importRows(ROWS))
    const inserted = await costOf(() => insertRows(ROWS))
    // The first round prepares statements and compiles.
    if (round > 0) imports.push(imported)
    if (round > 0) inserts.push(inserted)
  }
  tell(`import of ${ROWS}`, imports)
  tell(`plain insert of ${ROWS}`, inserts)
  const ratio = median(imports.map(({ ms }) => ms)) / median(inserts.map(({ ms }) => ms))
  console.log(`the import takes ${ratio.toFixed(1)} times as long as the insert`)
})

test('the most that one file may hold', async () => {
  tell(`import of ${ROWS_MOST}`, [await costOf(() => importRows(ROWS_MOST))])
})

interface Cost {
  ms: number
  cpuMs: number
  /** The longest time in which nobody else had a turn. */
  blockedMs: number
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const [startedAtMs, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  loop.disable()
  return {
    ms: performance.now() - startedAtMs,
    cpuMs: (user + system) / 1000,
    blockedMs: loop.max * MS_PER_NS,
  }
}

async function importRows(rows: number): Promise<void> {
  const { runId } = await call('businesses.import-businesses', { csv: csvOf(rows), entityId }, machineKey)
  await until(idFrom('run', String(runId)), 'done')
}

async function insertRows(rows: number): Promise<void> {
  const businesses = Array.from({ length: rows }, (_nothing, at) => ({
    ...row(at),
    id: newId('business'),
    entityId,
    categoryId: null,
    ownerId: null,
    stage: 'launched' as const,
  }))
  const given = { studioId, effectiveOn: today(), actor: { kind: 'machine', id: 'machine' } as const }
  const written = businesses.map((one) => newRows(one, given))
  const parts = { rows: written.map((one) => one.row), moves: written.flatMap((one) => one.moves) }
  await database.app.write({ studioId, coverage: '*' }, (tx) => insertBusinesses(tx, parts))
}

function tell(what: string, costs: readonly Cost[]): void {
  const of = (name: keyof Cost) => median(costs.map((cost) => cost[name])).toFixed(0)
  console.log(`${what}: ${of('ms')} ms, ${of('cpuMs')} ms of our CPU, blocked ${of('blockedMs')} ms at most`)
}
