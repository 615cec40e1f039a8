import { test } from 'node:test'
import { newId, type Id } from '#kernel/ids.ts'
import { auditedStudio } from '#server/modules/audit/test-audit.ts'
import { sealNext } from '#server/modules/audit/seal-next.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { median } from './load.ts'

/**
 * What sealing costs, and whether writers feel it: `node bench/seal-lines.ts`. Rounds with and without a sealer
 * alternate within a minute, because this machine is never the same twice; what counts is the ratio.
 */
const CALLERS = 100
const CALLS_PER_ROUND = 3000
const ROUNDS = 8
const LINES = Number(process.env['IZA_BENCH_LINES'] ?? 100_000)
const LINES_PER_TRANSACTION = 200
/** As often as a busy system could be sealed, and sixty times as often as the program does it. */
const SEAL_EVERY_MS = 1000

const studio = await auditedStudio()
const { database, records, studioId, ask } = studio
const { audit } = TEST_MEANS
const seal = () => database.app.write({ studioId }, (tx) => sealNext(tx, studioId, audit))

test('creating businesses by a hundred callers, with a sealer beside them and without', async () => {
  const { id: entityId } = await ask('entities.create-entity', {
    name: 'Bench LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
  })
  await createMany(entityId)
  const without: number[] = []
  const beside: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    // By turns the first: what comes second finds larger tables.
    const turns = [
      async () => void without.push(await createMany(entityId)),
      async () => void beside.push(await withSealer(() => createMany(entityId))),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) {
      await sealAllThereIs()
      await turn()
    }
  }
  const [alone, sealed] = [median(without), median(beside)]
  const ratio = (sealed / alone).toFixed(2)
  console.log(`${sealed.toFixed(0)} businesses/s beside a sealer, ${alone.toFixed(0)} without: ${ratio}`)
})

test('a backlog: sealed, and verified', async () => {
  for (let done = 0; done < LINES; done += LINES_PER_TRANSACTION) await insertLines()
  const sealing = await measured(sealAllThereIs)
  tell('sealed', sealing)
  const verifying = await measured(async () => {
    let [cursor, lines]: [unknown, number] = [undefined, 0]
    do {
      const part = await ask('audit.verify-lines', cursor === undefined ? {} : { cursor })
      if (Object(part['findings']).length > 0) throw new Error('the log is not whole')
      lines = Number(Object(part['checked']).to ?? lines)
      cursor = part['nextCursor'] ?? undefined
    } while (cursor !== undefined)
    return lines
  })
  tell('verified', verifying)
})

/** Businesses per second. */
async function createMany(entityId: unknown): Promise<number> {
  let left = CALLS_PER_ROUND
  const startedAtMs = performance.now()
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (left-- > 0) await ask('businesses.create-business', { name: `Business ${left}`, entityId })
    }),
  )
  return (CALLS_PER_ROUND / (performance.now() - startedAtMs)) * 1000
}

async function withSealer(work: () => Promise<number>): Promise<number> {
  const stopping = new AbortController()
  const sealing = (async () => {
    while (!stopping.signal.aborted) {
      await seal()
      await new Promise((resolve) => setTimeout(resolve, SEAL_EVERY_MS))
    }
  })()
  const figure = await work()
  stopping.abort()
  await sealing
  return figure
}

async function sealAllThereIs(): Promise<number> {
  let lines = 0
  for (let sealed = 1; sealed > 0; lines += sealed) sealed = await seal()
  return lines
}

async function insertLines(): Promise<void> {
  const ids: Id<'audit_line'>[] = Array.from({ length: LINES_PER_TRANSACTION }, () => newId('audit_line'))
  await records.query(
    `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
     select id, $2, 'machine', 'machine', 'rest', id, 'businesses.create-business', 'done',
       '{"name": "A business", "entityId": "ent_01m87vp79b78ydcb55ft5gw9jk", "tags": ["a", "b"]}',
       '[{"subjectId": "biz_01m87vp79b78ydcb55ft5gw9jk", "after": {"name": "A business", "stage": "idea"}}]'
     from unnest($1::text[]) as id`,
    [ids, studioId],
  )
}

async function measured(work: () => Promise<number>) {
  const [startedAtMs, before] = [performance.now(), process.cpuUsage()]
  const lines = await work()
  const { user, system } = process.cpuUsage(before)
  return { lines, ms: performance.now() - startedAtMs, cpuMs: (user + system) / 1000 }
}

function tell(what: string, { lines, ms, cpuMs }: { lines: number; ms: number; cpuMs: number }): void {
  const perSecond = ((lines / ms) * 1000).toFixed(0)
  const cpu = ((cpuMs / lines) * 1000).toFixed(1)
  console.log(`${what} ${lines} lines: ${perSecond}/s, ${cpu} µs of this process's CPU each`)
}
