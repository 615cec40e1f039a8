import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { bytesOf, headText, hexOf, leafText } from '#kernel/audit-proof.ts'
import { newId } from '#kernel/ids.ts'
import { leafHash, rootOfRow } from '#kernel/merkle.ts'
import { createHeadSigner, newSigningKey } from './head-signer.ts'
import { LINE_COLUMNS } from './seal-queries.ts'
import { sha256 } from './sha256.ts'
import { tamperedStudio } from './test-tampering.ts'

/** Each thing that somebody does with every right on the database, but without the key, is found and named. */
const { records, means, write, count, heads, sizes, verdict, lineAt, after } = await tamperedStudio()

test('an untouched log has no findings, and says what is not sealed yet', async () => {
  const lines = await count('audit_line')
  const calm = await verdict()
  deepEqual(calm.findings, [])
  deepEqual(calm.checked, { from: 1, to: lines, heads: sizes.length })
  deepEqual([calm.sealed.lines, calm.unsealed, calm.nextCursor], [lines, { lines: 0, since: null }, null])
  await write(2)
  const { unsealed } = await verdict()
  equal(unsealed.lines, 2)
  const { rows } = await records.query(
    'select min(at) as at from audit_line where id not in (select audit_line_id from audit_seal)',
  )
  equal(unsealed.since, new Date(rows[0].at).toISOString())
  await records.query('delete from audit_line where id not in (select audit_line_id from audit_seal)')
})

test('every column of a line counts: whichever is edited, the line is named', async () => {
  const { rows: columns } = await records.query(
    `select column_name as name, data_type as type from information_schema.columns where table_name = 'audit_line'`,
  )
  ok(columns.length >= 15)
  const id = await lineAt(7)
  for (const { name, type } of columns) {
    if (name === 'id') continue // another id is another line: see the one below
    const values: Record<string, string> = {
      jsonb: `'{"other": 1}'`,
      uuid: 'gen_random_uuid()',
      xid8: `'5'`,
      'timestamp with time zone': `${name} + interval '1 microsecond'`,
    }
    const special: Record<string, string> = {
      studio_id: `'${newId('studio')}'`,
      outcome: `'held'`,
      actor_kind: `'run'`,
      approval_id: `'${newId('approval')}'`,
    }
    const value = special[name] ?? values[type] ?? `'other'`
    const kinds = await after(() =>
      records.query(`update audit_line set ${name} = ${value} where id = $1`, [id]),
    )
    const wanted = { xact: [`reordered 7 ${id}`], studio_id: [`removed 7 ${id}`] }[String(name)] ?? [
      `edited 7 ${id}`,
    ]
    deepEqual(kinds, wanted, name)
  }
  const other = newId('audit_line')
  deepEqual(await after(() => records.query('update audit_line set id = $2 where id = $1', [id, other])), [
    `removed 7 ${id}`,
    `inserted ${other}`,
  ])
})

test('a removed line is named, also when its seal went with it', async () => {
  const id = await lineAt(9)
  deepEqual(await after(() => records.query('delete from audit_line where id = $1', [id])), [
    `removed 9 ${id}`,
  ])
  const both = async () => {
    await records.query('delete from audit_line where id = $1', [id])
    await records.query('delete from audit_seal where audit_line_id = $1', [id])
  }
  deepEqual(await after(both), ['removed 9'])
  deepEqual(await after(() => records.query('delete from audit_seal where audit_line_id = $1', [id])), [
    'removed 9',
    `inserted ${id}`,
  ])
})

test('lines in another order are named', async () => {
  const [third, eighth] = [await lineAt(3), await lineAt(8)]
  const swap = (columns: string) =>
    records.query(`update audit_seal a set (${columns}) = (select ${columns} from kept_audit_seal b
      where b.number = 11 - a.number) where number in (3, 8)`)
  await records.query('drop index audit_seal_line')
  const named = [`reordered 3 ${eighth}`, `reordered 8 ${third}`]
  deepEqual(await after(() => swap('audit_line_id')), named)
  const [from, to] = [3, 8]
  const withLeaves = await after(() => swap('audit_line_id, leaf'))
  deepEqual(withLeaves.slice(0, 1), [`reordered ${from} ${eighth}`])
  ok(withLeaves.includes(`reordered ${to} ${third}`))
  await records.query('create unique index audit_seal_line on audit_seal (audit_line_id)')
})

test('a line that is put below what was sealed is named', async () => {
  const id = newId('audit_line')
  const insert = `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes, xact)
    select $1, studio_id, 'machine', 'forged', 'cli', 'x', 'identity.invite-person', 'done', '{}', '[]', xact
    from audit_line order by xact limit 1`
  deepEqual(await after(() => records.query(insert, [id])), [`inserted ${id}`])
})

test('a log that was cut off is told by the heads, and by the file where those went too', async () => {
  const size = await count('audit_seal')
  const cut = (tables: string[], from: number) => async () => {
    const columns: Record<string, string> = { audit_seal: 'number', audit_head: 'size' }
    await records.query(
      'delete from audit_line where id in (select audit_line_id from audit_seal where number >= $1)',
      [from],
    )
    for (const table of tables)
      await records.query(`delete from ${table} where ${columns[table]} >= $1`, [from])
  }
  deepEqual(await after(cut(['audit_seal'], size - 2)), [`truncated ${size - 2}-${size}`])
  const { rows } = await records.query('select size::int as size from audit_head order by size')
  const kept = rows.at(-3).size
  deepEqual(await after(cut(['audit_seal', 'audit_head'], kept + 1)), [`truncated ${kept + 1}-${size}`])
  deepEqual(await after(cut(['audit_seal', 'audit_head'], 1)), [`truncated 1-${size}`])
  const unheaded = `${rows.at(-2).size + 1}-${size}`
  const noHead = await after(() => records.query('delete from audit_head where size = $1', [size]))
  deepEqual(noHead, [`truncated ${unheaded}`, `head-changed ${unheaded}`])
})

/** Everything anew from the lines as they are now, as we do it, but with a key of the attacker's own. */
async function rewriteEverything(): Promise<void> {
  const forger = createHeadSigner(newSigningKey(), means.headsDir)
  const { rows: lines } = await records.query(
    `select ${LINE_COLUMNS} from audit_line l order by l.xact, l.id`,
  )
  const leaves = lines.map((line, at) => leafHash(sha256, Buffer.from(leafText({ ...line, number: at + 1 }))))
  for (const [at, leaf] of leaves.entries()) {
    await records.query('update audit_seal set leaf = $2, audit_line_id = $3 where number = $1', [
      at + 1,
      leaf,
      lines[at].id,
    ])
  }
  let previous = hexOf(sha256())
  for (const text of heads.trim().split('\n')) {
    const old = JSON.parse(text)
    const root = hexOf(rootOfRow(sha256, leaves.slice(0, old.size)))
    const head = { ...old, root, previous }
    const signature = await forger.sign(headText(head))
    previous = hexOf(sha256(Buffer.from(headText(head))))
    await records.query('update audit_head set root = $2, previous = $3, signature = $4 where size = $1', [
      old.size,
      Buffer.from(bytesOf(root)),
      Buffer.from(bytesOf(head.previous)),
      Buffer.from(signature, 'hex'),
    ])
  }
}

test('whoever rewrites lines, seals and heads alike has not the key', async () => {
  const id = await lineAt(12)
  const all = await after(async () => {
    await records.query(`update audit_line set actor_id = 'somebody else' where id = $1`, [id])
    await rewriteEverything()
  })
  for (const size of sizes.filter((one) => one >= 12)) {
    ok(
      all.some((one) => one.startsWith('head-changed') && one.endsWith(`${size}`)),
      `head ${size} is not named`,
    )
  }
  const sealed = await after(async () => {
    await records.query(`update audit_line set actor_id = 'somebody else' where id = $1`, [id])
    const { rows } = await records.query(`select ${LINE_COLUMNS} from audit_line l where id = $1`, [id])
    const leaf = leafHash(sha256, Buffer.from(leafText({ ...rows[0], number: 12 })))
    await records.query('update audit_seal set leaf = $2 where number = $1', [12, leaf])
  })
  const next = sizes.find((size) => size >= 12) ?? 0
  const below = sizes.findLast((size) => size < 12) ?? 0
  deepEqual(sealed, [`edited ${below + 1}-${next}`])
})

test('stored hashes and heads that were changed are named as what they are', async () => {
  const leaf = await after(() => records.query(`update audit_seal set leaf = sha256('x') where number = 12`))
  deepEqual(leaf, [`seal-changed 12 ${await lineAt(12)}`])
  const { rows } = await records.query('select size::int as size from audit_head order by size limit 3')
  const [first, second, third] = rows.map(({ size }) => Number(size))
  const unsigned = await after(() =>
    records.query(`update audit_head set sealed_at = sealed_at - interval '1 day' where size = $1`, [second]),
  )
  deepEqual(unsigned, [
    `head-changed ${Number(first) + 1}-${second}`,
    `head-changed ${Number(second) + 1}-${third}`,
    `head-changed ${second}`,
  ])
  const gone = await after(() => records.query('delete from audit_head where size = $1', [second]))
  deepEqual(gone, [`head-changed ${Number(first) + 1}-${third}`, `head-changed ${second}`])
})
