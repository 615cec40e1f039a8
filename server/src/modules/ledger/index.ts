import { balanceByBusiness } from './balance-by-business.ts'
import { createAccount } from './create-account.ts'
import { exportGeneralLedger } from './export-general-ledger.ts'
import { createAccounts } from './create-accounts.ts'
import { exportJournal } from './export-journal.ts'
import { getBook } from './get-book.ts'
import { getDraft } from './get-draft.ts'
import { getEntry } from './get-entry.ts'
import { getPending } from './get-pending.ts'
import { getTrialBalance } from './get-trial-balance.ts'
import { listAccounts } from './list-accounts.ts'
import { listBooks } from './list-books.ts'
import { listDrafts } from './list-drafts.ts'
import { listEntries } from './list-entries.ts'
import { listLines } from './list-lines.ts'
import { listPending } from './list-pending.ts'
import { listRates } from './list-rates.ts'
import { openBook } from './open-book.ts'
import { postDraft } from './post-draft.ts'
import { postEntries } from './post-entries.ts'
import { postEntry } from './post-entry.ts'
import { postPending } from './post-pending.ts'
import { recordRates } from './record-rates.ts'
import { reserveEntry } from './reserve-entry.ts'
import { revalueBook } from './revalue-book.ts'
import { reverseEntry } from './reverse-entry.ts'
import { saveDraft } from './save-draft.ts'
import { setManualLimit } from './set-manual-limit.ts'
import { summariseCash } from './summarise-cash.ts'
import { updateAccount } from './update-account.ts'
import { updateDraft } from './update-draft.ts'
import { verifyEntries } from './verify-entries.ts'
import { voidDraft } from './void-draft.ts'
import { voidPending } from './void-pending.ts'
import { waitingRule } from './waiting-rule.ts'

export const ledgerOperations = [
  balanceByBusiness,
  createAccount,
  exportGeneralLedger,
  createAccounts,
  exportJournal,
  getBook,
  getDraft,
  getEntry,
  getPending,
  getTrialBalance,
  listAccounts,
  listBooks,
  listDrafts,
  listEntries,
  listLines,
  listPending,
  listRates,
  openBook,
  postDraft,
  postEntries,
  postEntry,
  postPending,
  recordRates,
  reserveEntry,
  revalueBook,
  reverseEntry,
  saveDraft,
  setManualLimit,
  summariseCash,
  updateAccount,
  updateDraft,
  verifyEntries,
  voidDraft,
  voidPending,
]

export const ledgerRules = [waitingRule]

export { aboveManualLimit } from './above-manual-limit.ts'
export { accountsInBook, findAccount } from './accounts-queries.ts'
export { findBook } from './books-queries.ts'
export { pageOfLines } from './lines-queries.ts'
export { readDayCursor } from './day-cursor.ts'
export { exampleBook, exampleEntry, type ExampleBook } from './example-book.ts'
export { CLOSE, openFrom } from './open-from.ts'
export { labelOf } from './held-accounts.ts'
export { calledSaid, heldInBooks, heldOf } from './held-words.ts'
export { sumsText } from './sums-text.ts'
export { debitsIn, overManualLimit, type AboveLimit, type Moved } from './over-manual-limit.ts'
export { postAll, type Asked, type Posted } from './post-all.ts'
export { ENTRIES_MAX } from './post-entries.ts'
export { booksById, postedBefore } from './post-queries.ts'
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
  type PostedLine,
} from './schema.ts'
export { ledgerSources } from './search-queries.ts'
export { entrySubject } from './subject-queries.ts'
export {
  dayAfter,
  findBookOfStatement,
  foreignDays,
  statementAccounts,
  sumsByNaming,
  sumsOfBusinesses,
  sumsOfSpans,
  type BookOfStatement,
  type Span,
  type SpanSum,
  type StatementAccount,
} from './spans-queries.ts'
export {
  balanceByBusiness,
  createAccount,
  createAccounts,
  openBook,
  postEntries,
  postEntry,
  recordRates,
  setManualLimit,
}
