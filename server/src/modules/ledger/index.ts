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
import { setManualLimit } from './set-manual-limit.ts'
import { summariseCash } from './summarise-cash.ts'
import { updateAccount } from './update-account.ts'
import { verifyEntries } from './verify-entries.ts'

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
  setManualLimit,
  summariseCash,
  updateAccount,
  verifyEntries,
]

export { exampleBook, exampleEntry, type ExampleBook } from './example-book.ts'
export { CLOSE } from './open-from.ts'
export { postAll } from './post-all.ts'
export { accountNotFound, amountRefused, bookNotFound } from './problems.ts'
export { amount, currency, LINES_MAX, NewLine, signedAmount } from './schema.ts'
