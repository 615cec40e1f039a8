import type { Language } from '#kernel/languages.ts'
import { decimalOf } from '#kernel/money.ts'
import { differenceOf, tiesOut, type DecidedCompany, type TieOutRow } from './import-model.ts'
import type { PreparedImport } from './prepare-import.ts'
import { FAULTS_TOLD_MAX } from './problems.ts'
import type { ImportAnswer } from './schema.ts'
import type { Fault } from './source-books.ts'

/** What a person looks at before anything is posted: what was recognised, what is open, and the tie-out. */
export function importAnswer(prepared: PreparedImport, language: Language): ImportAnswer {
  const { files, companies, words } = prepared
  const faults = faultsOf(prepared)
  return {
    importId: null,
    runId: null,
    tiesOut: isReady(prepared),
    files: files.map(({ name, program, kind, rows }) => ({ name, program, kind, rows })),
    companies: companies.map((one) => companyAnswer(one, (at) => files[at]?.name ?? '')),
    rows: companies.flatMap((one) => one.rows.map((row) => rowAnswer(one, row))),
    words: words.map(({ company, word, lines, business, isDecided }) => ({
      company,
      word,
      lines,
      businessId: business?.id ?? null,
      businessName: business?.name ?? null,
      isOverhead: isDecided && business === null,
    })),
    faults: faults.slice(0, FAULTS_TOLD_MAX).map(({ fileAt, row, cell, company, message }) => ({
      file: fileAt === null ? null : (files[fileAt]?.name ?? null),
      row,
      cell,
      company,
      message: message[language],
    })),
    faultCount: faults.length,
  }
}

export function faultsOf({ faults, companies }: PreparedImport): Fault[] {
  return faults.concat(companies.flatMap((one) => one.faults))
}

export function isReady({ faults, companies }: PreparedImport): boolean {
  return faults.length === 0 && companies.length > 0 && companies.every((one) => tiesOut(one))
}

function companyAnswer(one: DecidedCompany, nameOf: (fileAt: number) => string) {
  const { source, entity, currency, debitMinor, creditMinor } = one
  const books = [source.balance, source.ledger].filter((book) => book !== undefined)
  const text = (minor: bigint) => (currency === undefined ? null : decimalOf(minor, currency))
  return {
    company: one.company,
    files: books.map(({ fileAt }) => nameOf(fileAt)),
    program: books[0]?.program ?? 'quickbooks',
    kind: source.ledger ? ('general-ledger' as const) : ('trial-balance' as const),
    asOf: one.asOf,
    entity: entity ? { id: entity.id, name: entity.name } : null,
    bookId: entity?.bookId ?? null,
    currency: currency ?? null,
    debit: text(debitMinor),
    credit: text(creditMinor),
    entries: one.entries.length,
    knownEntries: one.knownEntries,
    newAccounts: one.targets.filter(({ accountId }) => accountId === null).length,
    differences: one.rows.filter((row) => differenceOf(row) !== 0n).length,
    tiesOut: tiesOut(one),
  }
}

function rowAnswer({ company, currency = '' }: DecidedCompany, row: TieOutRow) {
  const { target, sourceMinor, bookMinor, postedMinor } = row
  const { accountId, code, name, caption, sources } = target
  return {
    company,
    sources,
    code,
    name,
    accountId,
    caption: caption ?? null,
    isNew: accountId === null,
    source: decimalOf(sourceMinor, currency),
    book: decimalOf(bookMinor, currency),
    ours: decimalOf(bookMinor + postedMinor, currency),
    difference: decimalOf(differenceOf(row), currency),
  }
}
