import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { entityImport } from './import-program.ts'

const { call, invoke, machineKey, startWorking, until } = await testRuns()
startWorking([entityImport])

async function tried(input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { output } = await invoke({
    operation: 'entities.import-entities',
    input: { onErrors: 'leave-out', ...input },
    credential: { token: machineKey, isLocal: true },
    door: 'test',
    requestId: 'tried',
    isDryRun: true,
  })
  return output
}

const placesOf = (answer: Record<string, unknown>) =>
  Object(answer['errors']).map(({ cell, message }: { cell: string | null; message: string }) => [
    cell,
    message,
  ])
const countsOf = (answer: Record<string, unknown>) =>
  ['ready', 'newEntities', 'newHolders', 'newStakes'].map((name) => answer[name])

test('entities with their owners come in together, a row for each owner, in any order', async () => {
  const csv = [
    'Entity;Type;Jurisdiction;EIN;Owner;Owner type;Votes;Economic;Since',
    'Shop LLC;LLC;US-DE;;Top Inc.;;60,5;55;01.02.2024',
    'Shop LLC;;;12-3456789;Grace Hopper;person;39,5;45;2024-02-01',
    'Top Inc.;Inc.;US-NY;;;;;;',
  ].join('\n')
  const answer = await tried({ csv })
  deepEqual([placesOf(answer), countsOf(answer)], [[], [3, 2, 1, 2]])
  const { runId } = await call('entities.import-entities', { csv, fileName: 'entities.csv' }, machineKey)
  const { result, title } = await until(idFrom('run', String(runId)), 'done')
  deepEqual(result, { entities: 2, holders: 1, stakes: 2 })
  equal(title, 'Import 3 rows of entities from entities.csv')
  const { items } = await call('entities.list-stakes', {}, machineKey)
  deepEqual(
    Object(items)
      .map(
        (one: { entity: { name: string }; owner: { name: string }; votingPercent: string; from: string }) => [
          one.entity.name,
          one.owner.name,
          one.votingPercent,
          one.from,
        ],
      )
      .toSorted(),
    [
      ['Shop LLC', 'Grace Hopper', '39.5', '2024-02-01'],
      ['Shop LLC', 'Top Inc.', '60.5', '2024-02-01'],
    ],
  )
  const again = await tried({ csv })
  equal(again['ready'], 0)
  ok(
    placesOf(again).some(([, message]: [string, string]) => message.includes('it tells nothing new')),
    JSON.stringify(again['errors']),
  )
})

test('more than the whole, circles, taken numbers and what differs are told at their rows', async () => {
  const csv = [
    'Entity,Type,Jurisdiction,EIN,Owner,Share,Since',
    'A LLC,LLC,US-DE,12-3456781,B LLC,60%,2024-01-01',
    'B LLC,,,,A LLC,10%,2024-01-01',
    'C LLC,LLC,US-DE,12-3456781,,,',
    'D LLC,LLC,US-DE,,A LLC,70%,2024-01-01',
    'D LLC,GmbH,,,B LLC,10%,2024-01-01',
    'D LLC,,,,Unknown,10%,2024-01-01',
    'E LLC,LLC,US-DE,,A LLC,,2024-01-01',
    'F LLC,,US-DE,,,,',
    'G LLC,LLC,US-DE,,A LLC,150%,2024-01-01',
    'D LLC,,,,B LLC,40%,2024-01-01',
    'Shop LLC,Inc.,,,,,',
    'B LLC,LLC,US-DE,,,,',
  ].join('\n')
  const answer = await tried({ csv })
  const told = placesOf(answer)
  const byCell = new Map(told)
  for (const [cell, words] of [
    ['E3', 'Ownership would run in a circle'],
    ['A4', 'EIN 12-3456781'],
    ['B6', 'Another row says "LLC"'],
    ['E7', 'There is neither an entity nor a holder "Unknown"'],
    ['F10', 'is no percentage'],
    ['B9', 'no kind'],
    ['E11', '110 % of the voting share'],
    ['B12', 'is there already with "LLC"'],
  ] as const) {
    ok(String(byCell.get(cell)).includes(words), `${cell}: ${String(byCell.get(cell))}`)
  }
  deepEqual(countsOf(answer), [3, 3, 0, 2])
})

test('holders that are new are made as what they are said to be, once', async () => {
  const csv =
    'Entity,Type,Jurisdiction,Owner,Share\nH LLC,LLC,US-DE,Fund One,50\nI LLC,LLC,US-DE,FUND ONE,50\n'
  const answer = await tried({ csv, newHolders: 'investor', from: '2025-01-01' })
  deepEqual([placesOf(answer), countsOf(answer)], [[], [2, 2, 1, 2]])
  equal(placesOf(await tried({ csv, newHolders: 'investor' })).length, 2)
})
