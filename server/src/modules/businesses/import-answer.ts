import type { CsvTable } from './csv-table.ts'
import { originalCell } from './csv-cell.ts'
import type { ColumnField } from './csv-columns.ts'
import { textsOf } from './import-record.ts'
import type { ReadRows } from './import-rows.ts'
import { ERRORS_TOLD_MAX } from './problems.ts'

const SAMPLES_SHOWN = 3
const SAMPLE_CHARS_MAX = 200
const WORDS_SHOWN = 200
export const ROWS_SHOWN = 10

/** What a person looks at before an import is done, and what is told of one that was begun. */
export function importAnswer(table: CsvTable, read: ReadRows) {
  const { fields } = read.reading
  return {
    rows: table.records.length,
    ready: read.ready.length,
    leftOut: read.faulty,
    columns: table.columns.map((column, at) => ({
      column,
      field: fields[at] ?? ('nothing' satisfies ColumnField),
      samples: samplesOf(table, at),
    })),
    stageWords: stageWordsOf(table, read),
    newCategories: read.newCategories,
    errors: read.errors.slice(0, ERRORS_TOLD_MAX),
    errorCount: read.errors.length,
    preview: read.ready.slice(0, ROWS_SHOWN).map((one) => shown(one, read)),
  }
}

function shown({ row, business }: ReadRows['ready'][number], { reading }: ReadRows) {
  const { name, stage, entityId, categoryId, categoryName, description, links, tags } = business
  const { entityNames, categoryNames } = reading.known
  return {
    row,
    name,
    stage,
    entityName: entityNames.get(entityId) ?? '',
    categoryName: categoryId === null ? categoryName : (categoryNames.get(categoryId) ?? ''),
    description,
    links,
    tags,
  }
}

/** The first values that differ: three times the same tells no more than once. */
function samplesOf({ records }: CsvTable, at: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of records) {
    const text = originalCell(cells[at] ?? '').trim()
    if (text !== '') samples.add(shortened(text))
    if (samples.size >= SAMPLES_SHOWN) break
  }
  return [...samples]
}

function stageWordsOf({ records }: CsvTable, { reading }: ReadRows) {
  const counts = new Map<string, number>()
  for (const record of records) {
    const [word] = textsOf(record, reading.fields).stage
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, WORDS_SHOWN)
    .map(([word, rows]) => ({ word: shortened(word), stage: reading.stageOf(word) ?? null, rows }))
}

function shortened(text: string): string {
  return text.length > SAMPLE_CHARS_MAX ? `${text.slice(0, SAMPLE_CHARS_MAX - 1).toWellFormed()}…` : text
}
