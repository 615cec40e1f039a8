import { createAccount } from './create-account.ts'
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
import { reverseEntry } from './reverse-entry.ts'
import { summariseCash } from './summarise-cash.ts'
import { updateAccount } from './update-account.ts'
import { verifyEntries } from './verify-entries.ts'

export { readDayCursor } from './day-cursor.ts'
export { exampleBook } from './example-book.ts'
export { openBook } from './open-book.ts'
export { postAll, type Asked, type Posted } from './post-all.ts'
export { postEntry } from './post-entry.ts'
export { noRate } from './problems.ts'
export { rateTable, readRates, type RateTable, type UsedRate } from './rate-table.ts'
export { recordRates } from './record-rates.ts'
export { amount, Caption, currency, signedAmount, type NewLine } from './schema.ts'

export const ledgerOperations = [
  createAccount,
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
  reverseEntry,
  summariseCash,
  updateAccount,
  verifyEntries,
]
