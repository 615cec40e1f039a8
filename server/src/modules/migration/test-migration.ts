import { readdirSync, readFileSync } from 'node:fs'
import { isRecord } from '#kernel/records.ts'
import { testRuns } from '#server/runs/test-runs.ts'

/** The folder of the guide: trial balances of eight companies, two from each program. */
const BOOKS = new URL('../../../../docs/books/', import.meta.url)
const LEDGERS = new URL('fixtures/', import.meta.url)

export const COMPANIES = [
  ['Heron Conseil SARL', 'EUR'],
  ['Heron Labs Ltd', 'USD'],
  ['Kestrel Media Inc.', 'USD'],
  ['Linnet Foods LLC', 'USD'],
  ['Martin Systeme GmbH', 'EUR'],
  ['Plover Commerce LLC', 'USD'],
  ['Sparrow Studio LLC', 'USD'],
  ['Wren Analytics Inc.', 'USD'],
] as const

export interface TestFile {
  name: string
  base64?: string
  csv?: string
  company?: string
}

export function eightFiles(): TestFile[] {
  return readdirSync(BOOKS)
    .toSorted()
    .map((name) => fileIn(BOOKS, name))
}

export const ledgerFile = (program: string): TestFile => fileIn(LEDGERS, `${program}-general-ledger.csv`)

function fileIn(folder: URL, name: string): TestFile {
  return { name, base64: readFileSync(new URL(encodeURIComponent(name), folder)).toString('base64') }
}

/** A founded studio, and short words for what imports of books do in it. */
export async function testMigration() {
  const runs = await testRuns()
  const { call, invoke, machineKey, records } = runs
  const act = (operation: string, input: object, token = machineKey) => call(operation, input, token)
  const entity = async (name: string, functionalCurrency: string) =>
    String(
      (await act('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency }))[
        'id'
      ],
    )
  /** What the screen does: tried, told, and nothing done. */
  const tried = async (input: object, token = machineKey) =>
    (
      await invoke({
        operation: 'migration.import-books',
        input: { onProblems: 'tell', ...input },
        credential: { token, isLocal: true },
        door: 'test',
        requestId: 'tried',
        isDryRun: true,
      })
    ).output
  return {
    ...runs,
    act,
    entity,
    tried,
    count: async (table: 'entry' | 'book' | 'account' | 'book_import' | 'waiting_import'): Promise<number> =>
      (await records.query(`select count(*)::int as count from ${table}`)).rows[0].count,
  }
}

export function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export const faultsOf = (answer: Record<string, unknown>) =>
  rowsOf(answer['faults']).map(({ company, cell, row, message }) => [company, cell ?? row, message])
