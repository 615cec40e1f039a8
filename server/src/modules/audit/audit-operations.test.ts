import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { flawOf, hexOf, payloadText } from '#kernel/audit-proof.ts'
import { newId } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { AuditProof } from './schema.ts'
import { sha256 } from './sha256.ts'
import { auditedStudio } from './test-audit.ts'

const studio = await auditedStudio()
const { ask, write, seal, records, studioId, database, call, count } = studio
const Lines = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      operation: z.string(),
      actor: z.object({ name: z.string().nullable() }),
      number: z.number().nullable(),
      changeCount: z.number(),
    }),
  ),
  nextCursor: z.string().nullable(),
  total: z.number(),
})
const lines = async (filter: object = {}) => Lines.parse(await ask('audit.list-lines', filter))

test('lines come newest first, page by page, each once, with names and numbers', async () => {
  await write(11)
  await seal()
  await write(2)
  const all = await lines()
  equal(all.total, await count('audit_line'))
  const paged: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await lines({ limit: 3, ...(cursor && { cursor }) })
    paged.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  deepEqual(
    paged,
    all.items.map(({ id }) => id),
  )
  deepEqual(
    all.items.slice(0, 3).map(({ number, actor }) => [number, actor.name]),
    [
      [null, 'This machine'],
      [null, 'This machine'],
      [all.total - 2, 'This machine'],
    ],
  )
  deepEqual(
    [all.items.at(-1)?.operation, all.items.at(-1)?.actor.name],
    ['identity.found-studio', 'Ada Lovelace'],
  )
})

test('each filter finds its lines and no others', async () => {
  const { id: entityId } = await ask('entities.create-entity', {
    name: 'Filter LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
  })
  const found = await lines({ subjectId: entityId })
  deepEqual([found.total, found.items.map(({ operation }) => operation)], [1, ['entities.create-entity']])
  equal((await lines({ operation: 'identity.found-studio' })).total, 1)
  equal((await lines({ actorId: 'machine' })).total, (await lines()).total - 1)
  const { rows } = await records.query('select at from audit_line order by at desc limit 1')
  const newest = new Date(rows[0].at)
  equal((await lines({ from: newest.toISOString() })).total, 1)
  equal((await lines({ to: newest.toISOString() })).total, (await lines()).total - 1)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })
  await rejects(call('audit.list-lines', {}, token), { code: 'catalogue.permission-missing' })
  deepEqual(
    (await lines({ outcome: 'refused' })).items.map(({ operation, actor }) => [operation, actor.name]),
    [['audit.list-lines', 'Test Person']],
  )
})

test('who audits reads lines, and no more than that', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'auditor', covers: null }] })
  ok(Array.isArray((await call('audit.list-lines', {}, token))['items']))
  await rejects(call('businesses.create-category', { name: 'No' }, token), {
    code: 'catalogue.permission-missing',
  })
})

test('a bulk change is shown in part and paged through to its end', async () => {
  const id = newId('audit_line')
  await records.query(
    `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
     select $1, $2, 'machine', 'machine', 'test', 'bulk', 'test.change-many', 'done', '{}',
       (select jsonb_agg(jsonb_build_object('subjectId', 'row ' || n, 'before', jsonb_build_object('n', n), 'after', jsonb_build_object('n', n + 1)) order by n)
        from generate_series(1, 1000) as n)`,
    [id, studioId],
  )
  const line = await ask('audit.get-line', { lineId: id })
  deepEqual([line['changeCount'], Object(line['changes']).length, line['sealedAt']], [1000, 10, null])
  const seen: unknown[] = []
  for (let cursor: unknown; cursor !== null;) {
    const page = await ask('audit.list-changes', {
      lineId: id,
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    })
    equal(page['total'], 1000)
    seen.push(...Object(page['items']))
    cursor = page['nextCursor']
  }
  deepEqual(
    seen,
    Array.from({ length: 1000 }, (_row, at) => ({
      place: at + 1,
      subjectId: `row ${at + 1}`,
      before: { n: at + 1 },
      after: { n: at + 2 },
    })),
  )
})

test('a proof is checked with the public key alone, and tells of any change to it', async () => {
  await write(3)
  await seal()
  const { items } = await lines({ operation: 'businesses.create-category', limit: 1 })
  const answer = await ask('audit.get-proof', { lineId: items[0]?.id })
  const proof = AuditProof.parse(answer['proof'])
  const publicKey = createPublicKey(proof.publicKey ?? '')
  const means = {
    sha256,
    isSigned: (text: string, signature: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex')),
  }
  equal(flawOf(proof, means), undefined)
  equal(hexOf(sha256(Buffer.from(payloadText(Object(answer['payload']))))), proof.line.payloadHash)
  equal(flawOf({ ...proof, line: { ...proof.line, actorId: 'somebody else' } }, means), 'path')
  equal(flawOf({ ...proof, line: { ...proof.line, number: proof.line.number - 1 } }, means), 'path')
  equal(
    flawOf({ ...proof, head: { ...proof.head, sealedAt: '2020-01-01T00:00:00.000Z' } }, means),
    'signature',
  )
  equal(flawOf({ ...proof, head: { ...proof.head, studioId: newId('studio') } }, means), 'other-studio')
  await write(1)
  const [fresh] = (await lines({ limit: 1 })).items
  deepEqual((await ask('audit.get-proof', { lineId: fresh?.id }))['proof'], null)
})

test('every line of a log of several blocks can be proven', async () => {
  const insert = `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
    select id, $2, 'machine', 'bulk', 'test', 'bulk', 'test.do-many', 'done', '{}', '[]' from unnest($1::text[]) as id`
  await records.query(insert, [Array.from({ length: 2100 }, () => newId('audit_line')), studioId])
  await seal()
  const { rows } = await records.query('select audit_line_id as id from audit_seal where number = any ($1)', [
    [1, 1024, 1025, 2048, 2049, await count('audit_seal')],
  ])
  for (const { id } of rows) {
    const { line, path, head } = AuditProof.parse((await ask('audit.get-proof', { lineId: id }))['proof'])
    equal(flawOf({ line, path, head }, { sha256, isSigned: () => true }), undefined)
  }
})

test('an unknown line is a clear refusal', async () => {
  for (const operation of ['audit.get-line', 'audit.list-changes', 'audit.get-proof']) {
    await rejects(ask(operation, { lineId: newId('audit_line') }), { code: 'audit.line-not-found' })
  }
})

test('a cursor or an instant that was made up is a clear refusal', async () => {
  const { items } = await lines({ limit: 1 })
  const cursors = {
    'audit.list-lines': [['at,id', 'yesterday', 'aud_x'], ['at,id', '0000-01-01T00:00:00Z', 'x'], ['at,id']],
    'audit.list-changes': [
      ['place', 'first'],
      ['place', '-1'],
      ['place', '1.5'],
      ['place', '1e400'],
    ],
    'audit.verify-lines': [
      ['size,offset', 'a', 'b'],
      ['size,offset', '1', '-1'],
      ['size,offset', '1e300', '0'],
    ],
  }
  for (const [operation, made] of Object.entries(cursors)) {
    for (const parts of made) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
      const about = operation === 'audit.list-changes' ? { lineId: items[0]?.id } : {}
      await rejects(
        ask(operation, { ...about, cursor }),
        { code: 'catalogue.invalid-cursor' },
        `${operation} ${parts.join()}`,
      )
    }
  }
  for (const from of [
    '0000-01-01T00:00:00Z',
    'now',
    '2026-02-30T00:00:00Z',
    "2026-01-01'; drop table audit_line; --",
  ]) {
    await rejects(ask('audit.list-lines', { from }), { code: 'catalogue.invalid-input' }, from)
  }
})
