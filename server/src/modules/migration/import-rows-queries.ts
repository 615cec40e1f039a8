import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import type { ProgramName } from './source-books.ts'

export interface NewImport {
  id: Id<'book_import'>
  studioId: Id<'studio'>
  runId: Id<'run'>
  actor: Actor
  companies: readonly NewCompany[]
}

export interface NewCompany {
  entityId: Id<'entity'>
  company: string
  program: ProgramName
  fileNames: string[]
  asOf: string
  currency: string
  debitMinor: bigint
  creditMinor: bigint
  entryCount: number
  figures: readonly NewFigure[]
}

export interface NewFigure {
  accountId: Id<'account'> | null
  sourceName: string
  code: string
  name: string
  sourceMinor: bigint
}

/** An import with all that its files say, in the caller's transaction. */
export async function insertImport(tx: Transaction, one: NewImport): Promise<void> {
  const { id, studioId, companies } = one
  await tx.prepared(
    'insert into book_import (id, studio_id, run_id, actor_kind, actor_id) values ($1, $2, $3, $4, $5)',
    [id, studioId, one.runId, one.actor.kind, one.actor.id],
  )
  const rows = companies.map(({ figures: _left, fileNames, debitMinor, creditMinor, ...same }, at) => ({
    ...same,
    position: at + 1,
    file_names: fileNames,
    debit_minor: String(debitMinor),
    credit_minor: String(creditMinor),
  }))
  await tx.prepared(
    `insert into book_import_company (import_id, position, studio_id, entity_id, company, program, file_names, as_of, currency,
       debit_minor, credit_minor, entry_count)
     select $1, position, $2, "entityId", company, program, file_names, "asOf", currency, debit_minor, credit_minor, "entryCount"
     from jsonb_to_recordset($3::jsonb) as given (position int2, "entityId" text, company text, program text, file_names text[],
       "asOf" date, currency text, debit_minor int8, credit_minor int8, "entryCount" int4)`,
    [id, studioId, JSON.stringify(rows)],
  )
  const figures = companies.flatMap(({ entityId, figures: own }, at) =>
    own.map(({ sourceMinor, ...figure }, place) => ({
      ...figure,
      entityId,
      company: at + 1,
      position: place + 1,
      minor: String(sourceMinor),
    })),
  )
  await tx.prepared(
    `insert into book_import_figure (import_id, company_position, position, studio_id, entity_id, account_id, source_name, code,
       name, source_minor)
     select $1, company, position, $2, "entityId", "accountId", "sourceName", code, name, minor
     from jsonb_to_recordset($3::jsonb) as given (company int2, position int2, "entityId" text, "accountId" text,
       "sourceName" text, code text, name text, minor int8)`,
    [id, studioId, JSON.stringify(figures)],
  )
}

/** The accounts that the run has made, or found, in the order of the figures. */
export async function setAccounts(
  tx: Transaction,
  given: { importId: Id<'book_import'>; company: number; accountIds: readonly string[] },
): Promise<void> {
  await tx.prepared(
    `update book_import_figure as figure set account_id = given.id
     from unnest($3::text[]) with ordinality as given (id, position)
     where import_id = $1 and company_position = $2 and figure.position = given.position`,
    [given.importId, given.company, given.accountIds],
  )
}

const SUMMARY = `select one.id, one.run_id as "runId", one.created_at as "createdAt", count(*)::int as companies,
    sum(entry_count)::int as entries, array_agg(distinct program order by program) as programs
  from book_import as one join book_import_company as company on company.import_id = one.id`

export interface ImportRow extends Record<string, unknown> {
  id: Id<'book_import'>
  runId: Id<'run'>
  createdAt: string
  companies: number
  entries: number
  programs: ProgramName[]
}

export async function pageOfImports(
  tx: Transaction,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<ImportRow[]> {
  return tx.prepared<ImportRow>(
    `${SUMMARY} where $1::text is null or one.id < $1 group by one.id order by one.id desc limit $2`,
    [after?.[0] ?? null, limit],
  )
}

export async function countImports(tx: Transaction): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>('select count(*)::int as total from book_import', [])
  return row?.total ?? 0
}

export async function findImport(tx: Transaction, id: Id<'book_import'>): Promise<ImportRow | undefined> {
  const [row] = await tx.prepared<ImportRow>(`${SUMMARY} where one.id = $1 group by one.id`, [id])
  return row
}

export interface CompanyRow extends Record<string, unknown> {
  position: number
  company: string
  entityId: Id<'entity'>
  entityName: string
  bookId: Id<'book'> | null
  program: ProgramName
  fileNames: string[]
  asOf: string
  currency: string
  debitMinor: bigint
  creditMinor: bigint
  entries: number
}

export async function companiesOfImport(tx: Transaction, id: Id<'book_import'>): Promise<CompanyRow[]> {
  return tx.prepared<CompanyRow>(
    `select position, company, one.entity_id as "entityId", entity.name as "entityName", book.id as "bookId", program,
       file_names as "fileNames", as_of as "asOf", one.currency, debit_minor as "debitMinor", credit_minor as "creditMinor",
       entry_count as entries
     from book_import_company as one join entity on entity.id = one.entity_id
       left join book on book.entity_id = one.entity_id
     where import_id = $1 order by position`,
    [id],
  )
}

export interface FigureRow extends Record<string, unknown> {
  company: number
  accountId: Id<'account'> | null
  sourceName: string
  code: string
  name: string
  sourceMinor: bigint
}

export async function figuresOfImport(tx: Transaction, id: Id<'book_import'>): Promise<FigureRow[]> {
  return tx.prepared<FigureRow>(
    `select company_position as company, account_id as "accountId", source_name as "sourceName", code, name,
       source_minor as "sourceMinor"
     from book_import_figure where import_id = $1 order by company_position, position`,
    [id],
  )
}
