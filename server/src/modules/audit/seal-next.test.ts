import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { hexOf, headText, leafText } from '#kernel/audit-proof.ts'
import { newId } from '#kernel/ids.ts'
import { leafHash, rootOfRow } from '#kernel/merkle.ts'
import { readHeads } from './head-file.ts'
import { appendMissing, hashOfHead, sealNext } from './seal-next.ts'
import { LINE_COLUMNS } from './seal-queries.ts'
import { sha256 } from './sha256.ts'
import { auditedStudio } from './test-audit.ts'
import { untilFinal } from './test-sealing.ts'

const studio = await auditedStudio()
const { database, records, studioId, means, file, seal, write, count } = studio
const sealOnce = (linesMax?: number) =>
  database.app.write({ studioId }, (tx) => sealNext(tx, studioId, means, linesMax))
const append = () => database.app.write({ studioId }, (tx) => appendMissing(tx, studioId, means))
const headsInFile = async () => (await readHeads(file, 0, 1_000_000)).map(({ head }) => head)

async function everyLine() {
  const { rows } = await records.query(
    `select ${LINE_COLUMNS}, s.number::int as number, s.leaf from audit_line l
     join audit_seal s on s.audit_line_id = l.id order by l.xact, l.id`,
  )
  return rows
}

test('lines are numbered without gaps in the order of their transactions, and every head signs the root over them', async () => {
  await write(9)
  await seal(4)
  await write(5)
  await seal()
  const lines = await everyLine()
  deepEqual(
    lines.map(({ number }) => number),
    Array.from({ length: 15 }, (_line, at) => at + 1),
  )
  const leaves = lines.map(({ leaf: _leaf, ...line }) => leafHash(sha256, Buffer.from(leafText(line))))
  deepEqual(
    lines.map(({ leaf }) => hexOf(leaf)),
    leaves.map(hexOf),
  )
  const heads = await headsInFile()
  let previous = hexOf(sha256())
  for (const head of heads) {
    equal(head?.root, hexOf(rootOfRow(sha256, leaves.slice(0, head?.size))))
    equal(head?.previous, previous)
    previous = head ? hashOfHead(head) : ''
    equal(head && (await means.signer.isSigned(headText(head), head)), true)
  }
  equal(heads.at(-1)?.size, 15)
  equal(heads.length, await count('audit_head'))
  equal(statSync(file).mode & 0o777, 0o600)
})

test('a pass with nothing new writes nothing', async () => {
  await seal()
  const before = readFileSync(file, 'utf8')
  equal(await sealOnce(), 0)
  equal(await append(), 0)
  equal(readFileSync(file, 'utf8'), before)
})

test('a line whose transaction began early and commits late is sealed by the next pass, and nothing is skipped', async () => {
  const late = await database.look()
  await late.query('begin')
  await late.query(
    `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
     values ($1, $2, 'machine', 'late', 'test', 'late', 'test.be-late', 'done', '{}', '[]')`,
    [newId('audit_line'), studioId],
  )
  const sealedBefore = await count('audit_seal')
  await write(3)
  await sealOnce()
  equal(await count('audit_seal'), sealedBefore, 'a line was sealed while an earlier one could still come')
  await late.query('commit')
  await seal()
  equal(await count('audit_seal'), sealedBefore + 4)
  const lines = await everyLine()
  deepEqual(
    lines.map(({ number }) => number),
    lines.map((_line, at) => at + 1),
  )
  equal(lines.at(-4)?.actorId, 'late')
})

test('sealers at the same time make no number twice, and no head twice in the file', async () => {
  await write(12)
  await Promise.all([1, 2, 3, 4].map(() => sealOnce(5)))
  await Promise.all([1, 2, 3, 4].map(append))
  await seal()
  const sizes = (await headsInFile()).map((head) => head?.size)
  deepEqual(
    sizes,
    [...new Set(sizes)].toSorted((a, b) => Number(a) - Number(b)),
  )
  equal(await count('audit_seal'), await count('audit_line'))
})

test('blocks of 1,024 have their node, and lines of one transaction are sealed together', async () => {
  const lines = Array.from({ length: 2500 }, () => newId('audit_line'))
  const insert = `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
    select id, $2, 'machine', 'bulk', 'test', 'bulk', 'test.do-many', 'done', '{}', '[]' from unnest($1::text[]) as id`
  await records.query(insert, [lines.slice(0, 1500), studioId])
  await records.query(insert, [lines.slice(1500), studioId])
  await seal(1000)
  const leaves = (await everyLine()).map(({ leaf }) => leaf)
  const { rows: nodes } = await records.query('select hash from audit_node order by block')
  deepEqual(
    nodes.map(({ hash }) => hexOf(hash)),
    [0, 1].map((block) => hexOf(rootOfRow(sha256, leaves.slice(block * 1024, (block + 1) * 1024)))),
  )
  const last = (await headsInFile()).at(-1)
  equal(last?.root, hexOf(rootOfRow(sha256, leaves)))
})

test('half a line that a crash left in the file is written again, and whole', async () => {
  await write(1)
  await seal()
  const whole = readFileSync(file, 'utf8')
  truncateSync(file, whole.length - 100)
  equal(await append(), 1)
  equal(readFileSync(file, 'utf8'), whole)
})

test('nothing is sealed on top of what was tampered with', async () => {
  const whole = readFileSync(file, 'utf8')
  await write(1)
  await untilFinal(database, studioId)
  writeFileSync(file, `${whole}${'x'.repeat(300)}\n`)
  await rejects(sealOnce(), { code: 'audit.file-damaged' })
  writeFileSync(file, `${whole}${'x'.repeat(9000)}`)
  await rejects(sealOnce(), { code: 'audit.file-damaged' })
  writeFileSync(file, whole)

  await records.query('delete from audit_head where size = (select max(size) from audit_head)')
  await rejects(sealOnce(), { code: 'audit.record-cut' })
  const { root, horizon, sealedAt, previous, keyId, signature, size } = (await headsInFile()).at(-1) ?? {}
  const insert = `insert into audit_head values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex'), $7, decode($8, 'hex'))`
  await records.query(insert, [studioId, size, root, horizon, sealedAt, previous, keyId, signature])

  await records.query(`update audit_seal set leaf = sha256('other') where number = $1`, [size])
  await rejects(sealOnce(), (error: Error) => {
    match(error.message, /audit verify-lines/)
    return 'code' in error && error.code === 'audit.tree-broken'
  })
})

test('the role that serves can change nothing of it, and cannot date a line back', async () => {
  for (const table of ['audit_seal', 'audit_node', 'audit_head']) {
    await rejects(
      database.app.write({ studioId }, (tx) => tx.prepared(`delete from ${table}`, [])),
      /permission denied/,
    )
  }
  const insert = `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes, at)
    values ($1, $2, 'machine', 'x', 'test', 'x', 'test.x', 'done', '{}', '[]', now())`
  const backdated = database.app.write({ studioId }, (tx) =>
    tx.prepared(insert, [newId('audit_line'), studioId]),
  )
  await rejects(backdated, /permission denied/)
})
