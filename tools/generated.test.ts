import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testDatabase } from '#server/database/test-database.ts'
import { contractFiles } from './generate-contract.ts'
import { EVENT_NAMES_FILE, eventNamesSource } from './generate-event-names.ts'
import { TABLES_FILE, tableTypes } from './generate-tables.ts'

const STALE = 'is stale: run "npm run generate" and commit what it writes'

test('the table types are those of the migrated database', async () => {
  const database = await testDatabase()
  equal(
    await tableTypes(database.configFor('owner')),
    readFileSync(TABLES_FILE, 'utf8'),
    `tables.ts ${STALE}`,
  )
})

test('the types of events are those that the sources record', () => {
  equal(eventNamesSource(), readFileSync(EVENT_NAMES_FILE, 'utf8'), `event-names.ts ${STALE}`)
})

test('the contract is that of the catalogue', () => {
  for (const [name, text] of contractFiles()) {
    equal(
      readFileSync(new URL(`../contract/${name}`, import.meta.url), 'utf8'),
      text,
      `contract/${name} ${STALE}`,
    )
  }
})
