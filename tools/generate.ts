import { mkdirSync, writeFileSync } from 'node:fs'
import { testDatabase } from '#server/database/test-database.ts'
import { contractFiles } from './generate-contract.ts'
import { EVENT_NAMES_FILE, eventNamesSource } from './generate-event-names.ts'
import { TABLES_FILE, tableTypes } from './generate-tables.ts'

/** Writes every generated file anew: the table types first, for the operations are compiled against them. */
const database = await testDatabase()
writeFileSync(TABLES_FILE, await tableTypes(database.configFor('owner')))
writeFileSync(EVENT_NAMES_FILE, eventNamesSource())
const contract = new URL('../contract/', import.meta.url)
mkdirSync(contract, { recursive: true })
for (const [name, text] of contractFiles()) writeFileSync(new URL(name, contract), text)
