import { z } from 'zod'
import type { Language } from '#kernel/languages.ts'
import { present } from '#kernel/assert.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import {
  accountNotFound,
  exampleBook,
  exampleEntry,
  findAccount,
  findBook,
  pageOfLines,
  postEntry,
  type PostedLine,
} from '../ledger/index.ts'
import { fromAfterTo, tooManyLines } from './problems.ts'
import type { PrintedStatement } from './printed-statement.ts'
import { tablePdf } from './table-pdf.ts'

/** A hundred pages: whoever needs more takes them as CSV. */
const LINES_PRINTED_MAX = 5000
const CONTENT_CHARS_MAX = 16_000_000
const WORDS = {
  en: { columns: ['Debit', 'Credit', 'Balance'], lines: 'Lines', all: 'from the first day to the last' },
  de: { columns: ['Soll', 'Haben', 'Saldo'], lines: 'Zeilen', all: 'vom ersten Tag bis zum letzten' },
}

export const exportAccount = operation({
  name: 'statements.export-account',
  summary:
    'The statement of an account as a PDF to print: its lines, the earliest first, each with the balance after it. As CSV, ledger.export-general-ledger has it.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    accountId: id('account'),
    from: day().optional().describe('The first day.'),
    to: day().optional().describe('The last day.'),
  }),
  output: z.strictObject({
    fileName: z.string().max(120),
    mediaType: z.string().max(60),
    content: z.string().max(CONTENT_CHARS_MAX).describe('The PDF in base64.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [{ accountId: given.cash, from: '2026-01-01', to: '2026-12-31' }]
  },
  async handle({ accountId, from, to }, { tx, language }) {
    if (from !== undefined && to !== undefined && from > to) throw fromAfterTo(from, to)
    const account = await findAccount(tx, accountId)
    if (!account) throw accountNotFound(accountId)
    const filter = { accountId, from, to }
    const given = { after: undefined, limit: LINES_PRINTED_MAX + 1, type: account.type }
    const lines = await pageOfLines(tx, filter, Object.assign(given, { first: 'earliest' as const }))
    if (lines.length > LINES_PRINTED_MAX) throw tooManyLines(LINES_PRINTED_MAX)
    const book = present(await findBook(tx, account.bookId), 'the book of an account')
    const name = [`${account.code} ${account.name}`, book.entity.name, account.currency ?? '']
    const title = name.filter((part) => part !== '').join(', ')
    const pdf = await tablePdf(tableOf(lines, { title, from, to, language }), language)
    return {
      fileName: `${['account', account.code, from, to].filter((part) => part !== undefined).join('-')}.pdf`,
      mediaType: 'application/pdf',
      content: pdf.toString('base64'),
    }
  },
})

function tableOf(
  lines: readonly PostedLine[],
  given: { title: string; from: string | undefined; to: string | undefined; language: Language },
): PrintedStatement {
  const { title, from, to, language } = given
  const words = WORDS[language]
  const isMixed = new Set(lines.map(({ currency }) => currency)).size > 1
  const span = from === undefined && to === undefined ? words.all : `${from ?? '…'} – ${to ?? '…'}`
  return {
    title,
    heads: words.columns,
    rows: lines.map(({ effectiveOn, entry, memo, counterparty, currency, debit, credit, balance }) => ({
      label: [`${effectiveOn}  ${entry.memo}`, memo ?? [], counterparty ?? [], isMixed ? currency : []]
        .flat()
        .join(' · '),
      kind: 'account',
      depth: 0,
      amounts: [debit ?? '', credit ?? '', balance ?? ''],
    })),
    notes: [`${words.lines}: ${lines.length}, ${span}`],
  }
}
