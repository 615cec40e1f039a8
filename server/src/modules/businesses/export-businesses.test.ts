import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { businessImport } from './import-program.ts'

const { call, machineKey, records, startWorking, until } = await testRuns()
const ask = (operation: string, input: unknown) => call(`businesses.${operation}`, input, machineKey)
const { id: entityId } = await call(
  'entities.create-entity',
  { name: '=Cash & Co, "LLC"', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)
const ODD = ['=1+1', "'=quoted", '-5', '@SUM(A1)', '+49 30', "'", 'a, "b"; c', 'Zoë 東京 😀', '＝full']

await ask('create-businesses', {
  businesses: [
    ...ODD.map((text) => ({
      name: text,
      entityId,
      categoryName: 'R&D, =misc',
      stage: 'spun-out',
      description: `${text}\r\nsecond line; "quoted"`,
      links: ['https://example.com/a,b;c', 'http://example.com/?q=1'],
      tags: [text, 'with, comma', 'with; semicolon'],
    })),
    { name: 'Plain', entityId, tags: ['one'], links: ['https://example.com/only,'] },
    { name: 'One odd tag', entityId, tags: ['a, b'] },
  ],
})

/** Everything of a business but what is given to it when it is made. */
async function content(filter: Record<string, unknown>): Promise<unknown[]> {
  const { items } = await ask('list-businesses', { ...filter, limit: 200 })
  return Object(items).map(
    ({ name, stage, entity, category, description, links, tags }: Record<string, unknown>) => ({
      name,
      stage,
      entity,
      category,
      description,
      links,
      tags,
    }),
  )
}

test('an import of the export gives the same businesses, and no cell of it is a formula', async () => {
  const before = await content({})
  const { csv, rows, fileName } = await ask('export-businesses', {})
  equal(rows, before.length)
  ok(/^businesses-\d{4}-\d\d-\d\d\.csv$/.test(String(fileName)))
  equal(/(^|[,\n])"?[=+@\-\t]/.test(String(csv)), false)

  const { runId, newCategories, leftOut } = await ask('import-businesses', { csv })
  deepEqual([leftOut, newCategories], [0, []])
  const worker = startWorking([businessImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  deepEqual(await content({ runId }), before)
})

test('exactly what the filter finds is taken out, in the order of the list, and it leaves a line', async () => {
  const filter = { search: 'odd', entityId, sort: 'created', descending: true }
  const { items } = await ask('list-businesses', filter)
  const { csv, rows } = await ask('export-businesses', filter)
  equal(rows, Object(items).length)
  const ids = String(csv).match(/biz_[0-9a-z]{26}/g)
  deepEqual(
    ids,
    Object(items).map(({ id }: { id: string }) => id),
  )
  const { rows: lines } = await records.query(
    `select input from audit_line where operation = 'businesses.export-businesses' order by id desc limit 1`,
  )
  deepEqual(lines[0].input, filter)
  equal((await ask('export-businesses', { search: 'nothing at all' }))['rows'], 0)
})
