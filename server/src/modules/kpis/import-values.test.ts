import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { addPerson } from '#server/test-people.ts'
import { xlsxOf } from '../imports/test-xlsx.ts'
import { valueImport } from './import-program.ts'

const { call, database, invoke, machineKey, records, startWorking, studioId, until } = await testRuns()
const create = async (operation: string, input: object) =>
  String((await call(operation, { ...input }, machineKey))['id'])
const [holding, other] = [
  await create('entities.create-entity', { name: 'Holding LLC', kind: 'LLC', jurisdiction: 'US-DE' }),
  await create('entities.create-entity', { name: 'Other LLC', kind: 'LLC', jurisdiction: 'US-DE' }),
]
const ada = await create('businesses.create-business', { name: 'Ada', entityId: holding })
await create('businesses.create-business', { name: 'Bob', entityId: other })
const kpiId = await create('kpis.create-kpi', { name: 'Revenue', unit: 'money', currency: 'EUR' })
await create('kpis.create-kpi', { name: 'Churn', unit: 'percent' })
await create('kpis.create-kpi', { name: 'Customers', unit: 'count', cadence: 'quarter' })
startWorking([valueImport])

async function tried(input: Record<string, unknown>, token = machineKey): Promise<Record<string, unknown>> {
  const { output } = await invoke({
    operation: 'kpis.import-values',
    input: { onErrors: 'leave-out', ...input },
    credential: { token, isLocal: true },
    door: 'test',
    requestId: 'tried',
    isDryRun: true,
  })
  return output
}

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
const placesOf = (answer: Record<string, unknown>) =>
  Object(answer['errors']).map(({ cell, message }: { cell: string | null; message: string }) => [
    cell,
    message,
  ])
const previewOf = (answer: Record<string, unknown>) =>
  Object(answer['preview']).map((one: Record<string, unknown>) => [
    one['businessName'],
    one['kpiName'],
    one['period'],
    one['value'],
  ])

test('a wide table of periods is recorded as claims, can be found by its run, and is withdrawn again', async () => {
  const cells = 'Business\tAug 2026\t2026-09\t01.10.2026\nAda\t1.234,50 €\t\t7\nBob\t\t\t\n'
  const answer = await tried({ cells, kpiId })
  deepEqual([answer['rows'], answer['ready'], answer['values'], answer['withoutValue']], [2, 1, 2, 1])
  deepEqual(previewOf(answer), [
    ['Ada', 'Revenue', '2026-08', '1234.50'],
    ['Ada', 'Revenue', '2026-10', '7'],
  ])
  const { runId } = await call('kpis.import-values', { cells, kpiId, fileName: 'wide.xlsx' }, machineKey)
  const { result, title } = await until(idFrom('run', String(runId)), 'done')
  deepEqual([result, title], [{ recorded: 2 }, 'Import 1 row of values from wide.xlsx'])
  const listed = await call('kpis.list-values', { runId }, machineKey)
  const items = Object(listed['items'])
  deepEqual(
    items.map((one: Record<string, unknown>) => [
      one['period'],
      one['value'],
      one['provenance'],
      one['source'],
    ]),
    [
      ['2026-08', '1234.5', 'claimed', 'wide.xlsx'],
      ['2026-10', '7', 'claimed', 'wide.xlsx'],
    ],
  )
  await call('kpis.withdraw-values', { valueIds: items.map(({ id }: { id: string }) => id) }, machineKey)
  equal((await call('kpis.list-values', { runId }, machineKey))['total'], 0)
})

test('KPIs may stand in the headers or in a column, and a day is in the period of its KPI', async () => {
  const headers = await tried({
    csv: 'Company,Month,Revenue (EUR),churn,Customers\nAda,2026-09-30,1200,3.5%,\nada,Q3 2026,,,12\n',
  })
  deepEqual(previewOf(headers), [
    ['Ada', 'Revenue', '2026-09', '1200'],
    ['Ada', 'Churn', '2026-09', '3.5'],
    ['Ada', 'Customers', '2026-Q3', '12'],
  ])
  const column = await tried({ csv: `Business,KPI,Period,Value,Unit\n${ada},churn,9/2026,-4,%\n` })
  deepEqual(previewOf(column), [['Ada', 'Churn', '2026-09', '-4']])
})

test('another unit, mixed ways of writing, periods that are none: each is told at its cell, and nothing is changed', async () => {
  const before = (await records.query('select count(*)::int as count from kpi_value')).rows
  const csv = [
    'Business;KPI;Period;Value;Unit',
    'Ada;Revenue;2026-01;1.234,50;',
    'Ada;Revenue;2026-02;2,5;USD',
    'Ada;Revenue;2026-03;3,5 %;',
    'Ada;Revenue;2026-04;"1,234.50";',
    'Ada;Revenue;2026-Q1;4,5;',
    'Ada;Revenue;2026-01;5,5;',
    'Ada;Customers;2026-Q1;6,5;',
    'Ada;Revenue;3/4/2026;7,5;',
    'Nobody;Profit;2026-05;8,5;kg',
    'Ada;Revenue;2199-01;9,5;',
    'Ada;Revenue;2026-06;many;',
    'Ada;Revenue;2026-07;1,5;kg',
  ].join('\n')
  const answer = await tried({ csv })
  deepEqual(placesOf(answer), [
    ['E3', '"Revenue" is told in EUR, and USD was sent. Convert the value, or choose another KPI.'],
    ['D4', '"Revenue" is told in money, and percent was sent. Convert the value, or choose another KPI.'],
    [
      'D5',
      '"1,234.50" is written with a decimal point, and 10 other cells of its column have a decimal comma. Write them alike.',
    ],
    ['C6', '"2026-Q1" is no month between 1970 and 2199. This KPI is told by month, as in "2026-10".'],
    ['C7', '2026-01 of this business and KPI is told twice. Send one of the two.'],
    ['D8', '6.5 has 1 digits after the point, and a count has 0 at most. Round it as you mean it.'],
    ['C9', '"3/4/2026" is no month between 1970 and 2199. This KPI is told by month, as in "2026-10".'],
    ['A10', 'There is no business "Nobody" that you can use. Create it first, or correct the name.'],
    ['B10', 'There is no KPI "Profit". Create it first, or correct the name.'],
    ['C11', '2199-01 begins on 2199-01-01, which is yet to come. Record it once it began.'],
    ['D12', '"many" is no number.'],
    ['D13', '"kg" is no unit that is known, and "Revenue" is told in EUR.'],
  ])
  equal(answer['ready'], 1)
  const refused: unknown = await call('kpis.import-values', { csv }, machineKey).catch(
    (thrown: unknown) => thrown,
  )
  ok(refused instanceof Problem && refused.code === 'imports.has-errors', String(refused))
  deepEqual((await records.query('select count(*)::int as count from kpi_value')).rows, before)
})

test('what can be read in two ways is asked about by the name of its column', async () => {
  const csv = 'Business;2026-08;2026-09\nAda;1.234;2,5\n'
  const answer = await tried({ csv, kpiId })
  deepEqual(answer['unclear'], [
    { column: '2026-08', example: '1.234', withPoint: '1.234', withComma: '1234', cells: 1 },
  ])
  equal(answer['ready'], 0)
  const said = await tried({ csv, kpiId, decimals: [{ column: '2026-08', decimal: 'comma' }] })
  deepEqual(previewOf(said), [
    ['Ada', 'Revenue', '2026-08', '1234'],
    ['Ada', 'Revenue', '2026-09', '2.5'],
  ])
})

test('numbers of a workbook are what they are, and its days are periods', async () => {
  const xlsx = xlsxOf(
    {
      Churn: `<row r="1">${text('A1', 'Business')}<c r="B1" s="1"><v>46235</v></c></row>
        <row r="2">${text('A2', 'Ada')}<c r="B2" s="2"><f>1/8</f><v>0.125</v></c></row>`,
    },
    { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="10"/></cellXfs>' },
  )
  const answer = await tried({ xlsx, kpiId: await churnId() })
  deepEqual([previewOf(answer), answer['formulas']], [[['Ada', 'Churn', '2026-08', '12.5']], 1])
  deepEqual(placesOf(await tried({ xlsx, kpiId })), [
    ['B2', '"Revenue" is told in money, and percent was sent. Convert the value, or choose another KPI.'],
  ])
})

async function churnId(): Promise<string> {
  const { items } = await call('kpis.list-kpis', {}, machineKey)
  return Object(items).find(({ name }: { name: string }) => name === 'Churn').id
}

test('a grant on one entity imports for its businesses alone, and names that two have need an id', async () => {
  const grants = [{ role: 'operator' as const, covers: holding }]
  const { token } = await addPerson(database.app, { studioId, grants })
  const csv = 'Business,2026-08\nAda,1\nBob,2\n'
  deepEqual(placesOf(await tried({ csv, kpiId }, token)), [
    ['A3', 'There is no business "Bob" that you can use. Create it first, or correct the name.'],
  ])
  await create('businesses.create-business', { name: 'ADA', entityId: other })
  const [[cell, message]] = placesOf(await tried({ csv, kpiId }))
  ok(cell === 'A2' && message.startsWith('There are 2 businesses "Ada".'), message)
})
