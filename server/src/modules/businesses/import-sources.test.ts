import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { addPerson } from '#server/test-people.ts'
import { xlsxOf } from '../imports/test-xlsx.ts'
import { businessImport } from './import-program.ts'

const { call, database, invoke, machineKey, startWorking, studioId, until } = await testRuns()
const { id: entityId } = await call(
  'entities.create-entity',
  { name: 'Portfolio LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)
startWorking([businessImport])

async function tried(input: Record<string, unknown>, token = machineKey): Promise<Record<string, unknown>> {
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

async function done(input: Record<string, unknown>, token = machineKey): Promise<void> {
  const { runId } = await call('businesses.import-businesses', { entityId, ...input }, token)
  await until(idFrom('run', String(runId)), 'done')
}

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
const placesOf = (answer: Record<string, unknown>) =>
  Object(answer['errors']).map(({ row, cell }: { row: number; cell: string | null }) => [row, cell])
const fieldsOf = (answer: Record<string, unknown>) =>
  Object(answer['columns']).map(({ field }: { field: string }) => field)

test('a workbook comes in from the sheet that is chosen, and a formula without a result is told at its cell', async () => {
  const xlsx = xlsxOf({
    Cover: `<row r="1">${text('A1', 'Name')}</row><row r="2">${text('A2', 'Cover sheet')}</row>`,
    Portfolio: `<row r="3">${text('B3', 'Company')}${text('C3', 'Status')}${text('D3', 'Staff')}</row>
      <row r="4">${text('B4', 'Ada')}${text('C4', 'Live')}<c r="D4"><f>SUM(X1:X9)</f></c></row>
      <row r="5"><c r="B5" t="str"><f>"B"&amp;"ob"</f><v>Bob</v></c>${text('C5', 'Dead')}</row>
      <row r="6"><c r="B6"><f>NOW()</f></c>${text('C6', 'Dead')}</row>`,
  })
  const answer = await tried({ xlsx, sheet: 'Portfolio' })
  deepEqual(
    [answer['sheets'], answer['sheet'], answer['headerRow'], answer['formulas'], answer['ready']],
    [['Cover', 'Portfolio'], 'Portfolio', 3, 1, 2],
  )
  deepEqual(fieldsOf(answer), ['nothing', 'name', 'stage', 'nothing'])
  deepEqual(placesOf(answer), [[6, 'B6']])
  deepEqual(
    Object(answer['preview']).map(({ name, stage }: { name: string; stage: string }) => [name, stage]),
    [
      ['Ada', 'launched'],
      ['Bob', 'closed'],
    ],
  )
})

test('an owner is named by e-mail address or by a name of one, and never found by who may not choose them', async () => {
  const grants = [{ role: 'operator' as const, covers: String(entityId) }]
  const ada = await addPerson(database.app, { studioId, grants })
  const csv = `Name,Owner\nBy mail,${ada.personId.toUpperCase()}@Example.com\nBy name,test person\nNobody,nobody@example.com\n`
  const answer = await tried({ csv })
  deepEqual(
    Object(answer['preview']).map(({ ownerName }: { ownerName: string }) => ownerName),
    ['Test Person', 'Test Person'],
  )
  deepEqual(placesOf(answer), [[4, 'B4']])
  // Whoever covers one entity sees nobody of the studio before somebody answers for a business of it.
  deepEqual(placesOf(await tried({ csv }, ada.token)), [
    [2, 'B2'],
    [3, 'B3'],
    [4, 'B4'],
  ])
})

test('what was said of columns is offered for the next file that has them, unless it is not wanted', async () => {
  const csv = 'Was,Wie weit\nNordlicht,läuft\n'
  const said = {
    mapping: [
      { column: 'Was', field: 'name' },
      { column: 'Wie weit', field: 'stage' },
    ],
    stageWords: [{ word: 'läuft', stage: 'growing' }],
  }
  const before = await tried({ csv })
  deepEqual([before['mappingFrom'], before['ready']], ['suggested', 0])
  await tried({ csv, ...said })
  equal((await tried({ csv }))['mappingFrom'], 'suggested')
  await done({ csv, ...said })
  const after = await tried({ csv: 'Was,Wie weit\nSüdlicht,läuft\n' })
  deepEqual(
    [after['mappingFrom'], after['ready'], Object(after['preview'])[0].stage],
    ['remembered', 1, 'growing'],
  )
  deepEqual((await tried({ csv, isRemembered: false }))['mappingFrom'], 'suggested')
  const other = await tried({ csv: 'Wie weit,Was\nläuft,Nordlicht\n' })
  equal(other['mappingFrom'], 'suggested')
  const now = await tried({ csv, stageWords: [{ word: 'läuft', stage: 'idea' }] })
  equal(Object(now['preview'])[0].stage, 'idea')
})

test('copied cells without a header are rows from the first on', async () => {
  const answer = await tried({ cells: 'Ada\t12\nBob\t7\n' })
  deepEqual(
    [answer['headerRow'], fieldsOf(answer), answer['rows'], answer['ready']],
    [0, ['name', 'nothing'], 2, 2],
  )
  const unknown: unknown = await tried({ cells: 'a', csv: 'b' }).catch((thrown: unknown) => thrown)
  ok(String(unknown).includes('cells were sent'), String(unknown))
})
