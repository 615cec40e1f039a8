import { createAccount } from './create-account.ts'
import { createAccounts } from './create-accounts.ts'
import { exportJournal } from './export-journal.ts'
import { getBook } from './get-book.ts'
import { getEntry } from './get-entry.ts'
import { getTrialBalance } from './get-trial-balance.ts'
import { listAccounts } from './list-accounts.ts'
import { listBooks } from './list-books.ts'
import { listEntries } from './list-entries.ts'
import { listLines } from './list-lines.ts'
import { listRates } from './list-rates.ts'
import { openBook } from './open-book.ts'
import { postEntries } from './post-entries.ts'
import { postEntry } from './post-entry.ts'
import { recordRates } from './record-rates.ts'
import { revalueBook } from './revalue-book.ts'
import { reverseEntry } from './reverse-entry.ts'
import { setManualLimit } from './set-manual-limit.ts'
import { summariseCash } from './summarise-cash.ts'
import { updateAccount } from './update-account.ts'
import { verifyEntries } from './verify-entries.ts'

export const ledgerOperations = [
  createAccount,
  createAccounts,
  exportJournal,
  getBook,
  getEntry,
  getTrialBalance,
  listAccounts,
  listBooks,
  listEntries,
  listLines,
  listRates,
  openBook,
  postEntries,
  postEntry,
  recordRates,
  revalueBook,
  reverseEntry,
  setManualLimit,
  summariseCash,
  updateAccount,
  verifyEntries,
]

export { aboveManualLimit } from './above-manual-limit.ts'
export { accountsInBook } from './accounts-queries.ts'
export { readDayCursor } from './day-cursor.ts'
export { exampleBook, exampleEntry, type ExampleBook } from './example-book.ts'
export { CLOSE, openFrom } from './open-from.ts'
export { postAll, type AboveLimit, type Asked, type Posted } from './post-all.ts'
export { ENTRIES_MAX } from './post-entries.ts'
export { postedBefore } from './post-queries.ts'
export { accountNotFound, amountRefused, bookNotFound, noRate } from './problems.ts'
export { rateTable, readRates, type RateTable, type UsedRate } from './rate-table.ts'
export {
  AccountFields,
  ACCOUNTS_MAX,
  amount,
  Caption,
  currency,
  LINES_MAX,
  NewLine,
  signedAmount,
  type NewEntry,
} from './schema.ts'
export {
  findBookOfStatement,
  foreignDays,
  statementAccounts,
  sumsOfBusinesses,
  sumsOfSpans,
  type BookOfStatement,
  type Span,
  type SpanSum,
  type StatementAccount,
} from './spans-queries.ts'
export { createAccount, createAccounts, openBook, postEntries, postEntry, recordRates }
