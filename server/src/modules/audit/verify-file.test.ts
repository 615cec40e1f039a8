import { deepEqual, ok } from 'node:assert/strict'
import { appendFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { BLOCK } from './seal-queries.ts'
import { tamperedStudio } from './test-tampering.ts'

const { records, studioId, file, seal, heads, sizes, verdict, found, lineAt, after } = await tamperedStudio()
const put = (text: string) => async () => writeFileSync(file, text)

/** The whole log in parts of three lines. */
async function pages(): Promise<string[]> {
  const all: string[] = []
  for (let cursor: string | undefined, part = 0; part < 200; part++) {
    const { findings, nextCursor, checked } = await verdict({ linesMax: 3, ...(cursor && { cursor }) })
    all.push(...findings.map(({ kind, from }) => `${kind} ${from}`))
    ok(checked.heads > 0)
    if (nextCursor === null) return all
    cursor = nextCursor
  }
  return ['never came to an end']
}

test('the file of heads is checked too: cut, edited, forged', async () => {
  const lines = heads.trim().split('\n')
  deepEqual(await after(put(`${lines.slice(0, -2).join('\n')}\n`)), [`file-changed ${sizes.at(-2)}`])
  deepEqual(await after(put(`${lines.slice(3).join('\n')}\n`)), [`file-changed ${sizes[0]}-${sizes[2]}`])
  deepEqual(await after(put('')), [`file-changed ${sizes[0]}-${sizes.at(-2)}`])
  const edited = heads.replace(/"sealedAt":"\d{4}/, '"sealedAt":"1999')
  deepEqual(await after(put(edited)), [`file-changed ${sizes[0]}`])
  deepEqual(await after(put(`${lines[1]}\n${lines[0]}\n${lines.slice(2).join('\n')}\n`)), [
    `file-changed ${sizes[0]}`,
  ])
  deepEqual(await after(async () => appendFileSync(file, `${lines[0]}\n`)), [`file-changed ${sizes[0]}`])
  deepEqual(await after(async () => appendFileSync(file, '{}\n')), ['file-changed'])
})

test('parts of the log are checked on their own, and together give the same', async () => {
  const id = await lineAt(20)
  deepEqual(await pages(), [])
  await records.query(`update audit_line set door = 'rest' where id = $1`, [id])
  deepEqual(await pages(), ['edited 20'])
  await records.query(`update audit_line set door = 'test' where id = $1`, [id])
})

test('blocks of many lines: a node that was changed is told, and so is a line in a block', async () => {
  const insert = `insert into audit_line (id, studio_id, actor_kind, actor_id, door, request_id, operation, outcome, input, changes)
    select id, $2, 'machine', 'bulk', 'test', 'bulk', 'test.do-many', 'done', '{}', '[]' from unnest($1::text[]) as id`
  for (let part = 0; part < 5; part++) {
    await records.query(insert, [Array.from({ length: 700 }, () => newId('audit_line')), studioId])
    await seal(700)
  }
  deepEqual(await found(), [])
  deepEqual(await found({ linesMax: 500 }), [])
  const node = 'update audit_node set hash = $1 where block = 1'
  const { rows } = await records.query('select hash from audit_node where block = 1')
  await records.query(node, [Buffer.alloc(32)])
  deepEqual(await found(), [`seal-changed ${BLOCK + 1}-${2 * BLOCK}`])
  await records.query(node, [rows[0].hash])
  const id = await lineAt(1500)
  await records.query(`update audit_line set operation = 'other' where id = $1`, [id])
  deepEqual(await found(), [`edited 1500 ${id}`])
})
