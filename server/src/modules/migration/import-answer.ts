import type { Language } from '#kernel/languages.ts'
import { decimalOf } from '#kernel/money.ts'
import {
  differenceOf,
  tiesOut,
  type DecidedCompany,
  type KnownEntity,
  type TieOutRow,
} from './import-model.ts'
import { BETWEEN } from './group-names.ts'
import type { GroupPair } from './group-pairs.ts'
import type { PreparedImport } from './prepare-import.ts'
import { FAULTS_TOLD_MAX } from './problems.ts'
import type { ImportAnswer } from './schema.ts'
import type { Fault } from './source-books.ts'

/** What a person looks at before anything is posted: what was recognised, what is open, and the tie-out. */
export function importAnswer(prepared: PreparedImport, language: Language): ImportAnswer {
  const { files, companies, words } = prepared
  const faults = faultsOf(prepared)
  const warnings = companies.flatMap((one) => one.warnings)
  const told = (all: readonly Fault[]) =>
    all.slice(0, FAULTS_TOLD_MAX).map((one) => faultAnswer(one, { files, language }))
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
    accounts: companies.flatMap((one) => accountAnswers(one)),
    pairs: prepared.pairs.map(pairAnswer),
    faults: told(faults),
    faultCount: faults.length,
    warnings: told(warnings),
    warningCount: warnings.length,
  }
}

function faultAnswer(
  { fileAt, row, cell, company, message }: Fault,
  { files, language }: { files: PreparedImport['files']; language: Language },
) {
  const file = fileAt === null ? null : (files[fileAt]?.name ?? null)
  return { company, file, cell, row, message: message[language] }
}

function accountAnswers({ company, accounts }: DecidedCompany) {
  return accounts.map(({ source, target, partner, from }) => ({
    company,
    account: source.key,
    code: target.code,
    name: target.name,
    accountId: target.accountId,
    caption: target.caption ?? null,
    isNew: target.accountId === null && target.sources[0] === source.key,
    needsPartner: target.caption !== undefined && BETWEEN.has(target.caption),
    partner: partner ? placeOf(partner) : null,
    from,
  }))
}

function placeOf({ id, name }: KnownEntity) {
  return { id, name }
}

function pairAnswer({ company, entity, partner, of, currency, oursMinor, theirsMinor }: GroupPair) {
  return {
    entity: placeOf(entity),
    partner: placeOf(partner),
    of,
    ours: decimalOf(oursMinor, currency),
    theirs: theirsMinor === null ? null : decimalOf(theirsMinor, currency),
    difference: decimalOf(oursMinor - (theirsMinor ?? 0n), currency),
    currency,
    company,
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
    entity: entity ? placeOf(entity) : null,
    asOf: one.asOf,
    debit: text(debitMinor),
    credit: text(creditMinor),
    tiesOut: tiesOut(one),
    currency: currency ?? null,
    files: books.map(({ fileAt }) => nameOf(fileAt)),
    program: books[0]?.program ?? 'quickbooks',
    kind: source.ledger ? ('general-ledger' as const) : ('trial-balance' as const),
    bookId: entity?.bookId ?? null,
    imbalance: text(debitMinor - creditMinor),
    entries: one.entries.length,
    knownEntries: one.knownEntries,
    newAccounts: one.targets.filter(({ accountId }) => accountId === null).length,
    differences: one.rows.filter((row) => differenceOf(row) !== 0n).length,
  }
}

function rowAnswer({ company, currency = '' }: DecidedCompany, row: TieOutRow) {
  const { target, sourceMinor, bookMinor, postedMinor } = row
  const { accountId, code, name, caption, sources } = target
  return {
    company,
    code,
    name,
    source: decimalOf(sourceMinor, currency),
    ours: decimalOf(bookMinor + postedMinor, currency),
    difference: decimalOf(differenceOf(row), currency),
    book: decimalOf(bookMinor, currency),
    sources,
    accountId,
    caption: caption ?? null,
    isNew: accountId === null,
  }
}
