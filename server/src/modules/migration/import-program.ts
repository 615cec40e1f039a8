import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { minorOf } from '#kernel/money.ts'
import type { Work } from '#server/runs/program.ts'
import { importProgram } from '#server/modules/imports/index.ts'
import {
  createAccounts,
  ENTRIES_MAX,
  openBook,
  postedBefore,
  postEntries,
  type NewEntry,
} from '#server/modules/ledger/index.ts'
import { ImportContent, type CompanyContent } from './import-content.ts'
import { balancesOfBooks } from './import-queries.ts'
import { setAccounts } from './import-rows-queries.ts'
import { bookChanged, entriesRefused } from './problems.ts'

/** Of entries that are posted together: about a second of work, and as much to do again after a crash. */
const LINES_AT_ONCE = 5000

export const bookImport = importProgram({
  name: 'migration.import-books',
  nouns: { en: ['book', 'books'], de: ['Buch', 'Bücher'] },
  note: { en: 'Posting the books', de: 'Bucht die Bücher' },
  content: ImportContent,
  empty: { importId: null, companies: [] },
  async carryOut({ importId, companies }, work) {
    let entries = 0
    for (const [at, company] of companies.entries()) {
      work.progress(at, companies.length, { en: company.company, de: company.company })
      entries += await bringIn(company, at + 1, { importId: present(importId, 'an import has an id'), work })
    }
    return { importId, companies: companies.length, entries }
  },
})

interface Means {
  importId: Id<'book_import'>
  work: Work
}

/** Opens the book where there is none, adds the accounts that it lacks, and posts what it has not yet. */
async function bringIn(company: CompanyContent, number: number, { importId, work }: Means): Promise<number> {
  const { entityId, entries } = company
  const bookId =
    company.bookId ?? (await work.invoke(`open book ${number}`, openBook, { entityId, chart: 'none' })).id
  const missing = company.accounts.filter(({ accountId }) => accountId === null)
  const made =
    missing.length === 0
      ? []
      : (
          await work.invoke(`add accounts ${number}`, createAccounts, {
            bookId,
            accounts: missing.map((one) => newAccount(one)),
          })
        ).accountIds
  const rest = [...made]
  const accountIds = company.accounts.map(
    ({ accountId }) => accountId ?? present(rest.shift(), 'an id per account'),
  )
  await work.transact(`note accounts ${number}`, z.null(), async (tx) => {
    await setAccounts(tx, { importId, company: number, accountIds })
    return null
  })
  const parts = inParts(entries.map((entry) => entryOf(entry, accountIds)))
  await refuseChanged(company, { bookId, accountIds, work })
  for (const [at, part] of parts.entries()) {
    const { refused } = await work.invoke(`post ${number}.${at + 1}`, postEntries, { bookId, entries: part })
    const [first] = refused
    if (first) throw entriesRefused(company.company, refused.length, first.message)
  }
  return entries.length
}

function newAccount({ code, name, type, role, caption }: CompanyContent['accounts'][number]) {
  return { code, name, type, role, caption, isMonetary: role !== null && role !== 'retained-earnings' }
}

function entryOf(
  { lines, ...entry }: CompanyContent['entries'][number],
  accountIds: readonly Id<'account'>[],
): z.input<typeof NewEntry> {
  return {
    ...entry,
    lines: lines.map(([place, value, businessId, isOverhead, memo, partnerEntityId]) =>
      Object.assign(
        {
          accountId: present(accountIds[place], 'an account per place'),
          businessId,
          isOverhead,
          partnerEntityId,
        },
        value.startsWith('-') ? { credit: value.slice(1) } : { debit: value },
        memo === '' ? {} : { memo },
      ),
    ),
  }
}

function inParts<E extends { lines: readonly unknown[] }>(entries: readonly E[]): E[][] {
  const parts: E[][] = []
  let [part, lines]: [E[], number] = [[], 0]
  for (const entry of entries) {
    if (part.length >= ENTRIES_MAX || (part.length > 0 && lines + entry.lines.length > LINES_AT_ONCE)) {
      parts.push(part)
      ;[part, lines] = [[], 0]
    }
    part.push(entry)
    lines += entry.lines.length
  }
  return part.length > 0 ? parts.concat([part]) : parts
}

/** What was checked has to hold now: with what of it is not posted yet, every account arrives at the figure of its source. */
async function refuseChanged(
  { company, accounts, entries, asOf, currency }: CompanyContent,
  { bookId, accountIds, work }: { bookId: Id<'book'>; accountIds: readonly Id<'account'>[]; work: Work },
): Promise<void> {
  const [balances, posted] = await work.look((tx) =>
    Promise.all([
      balancesOfBooks(tx, [{ bookId, on: asOf }]),
      postedBefore(
        tx,
        entries.map(({ externalId }) => ({ bookId, externalId })),
      ),
    ]),
  )
  const sums = new Map<string, bigint>(balances.map(({ accountId, minor }) => [accountId, minor]))
  const known = new Set(posted.map(({ externalId }) => externalId))
  for (const { externalId, effectiveOn, lines } of entries) {
    if (known.has(externalId) || effectiveOn > asOf) continue
    for (const [place, value] of lines) {
      const read = minorOf(value, currency)
      const accountId = accountIds[place] ?? ''
      sums.set(accountId, (sums.get(accountId) ?? 0n) + ('minor' in read ? read.minor : 0n))
    }
  }
  for (const [place, { sourceMinor }] of accounts.entries()) {
    const accountId = accountIds[place] ?? ''
    sums.set(accountId, (sums.get(accountId) ?? 0n) - BigInt(sourceMinor))
  }
  if ([...sums.values()].some((sum) => sum !== 0n)) throw bookChanged(company)
}
