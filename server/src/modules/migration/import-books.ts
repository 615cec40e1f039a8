import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { amountText } from '#kernel/money.ts'
import type { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import { IMPORT_BODY_BYTES_MAX, queueImport } from '#server/modules/imports/index.ts'
import { aboveManualLimit, heldOf, overManualLimit } from '#server/modules/ledger/index.ts'
import { exampleFiles } from './example-import.ts'
import { faultsOf, importAnswer, isReady } from './import-answer.ts'
import { rememberChoices } from './choices-queries.ts'
import { companyContent } from './import-content.ts'
import { differenceOf, type DecidedCompany } from './import-model.ts'
import { bookImport } from './import-program.ts'
import { insertImport, type NewCompany } from './import-rows-queries.ts'
import { prepareImport, type PreparedImport } from './prepare-import.ts'
import { choicesToRemember } from './recall-choice.ts'
import { doesNotTieOut } from './problems.ts'
import { ImportAnswer, ImportFields } from './schema.ts'

const SOURCE_NAME_MAX = 2000

const BroughtIn = z.object({ companies: z.array(z.object({ entityId: id('entity'), entries: z.int() })) })

export const importBooks = operation({
  name: 'migration.import-books',
  summary:
    'Brings books in from QuickBooks, Xero, NetSuite and ERPNext: trial balances and general ledgers of any number of companies. They are held against ours to the cent first, and posted in one run when all tie out; the same files again post nothing. Try it first as a dry run with onProblems "tell".',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  carriesOut: [
    'ledger.open-book',
    'ledger.create-accounts',
    'ledger.create-account',
    'ledger.post-entries',
    'ledger.post-entry',
  ],
  bodyBytesMax: IMPORT_BODY_BYTES_MAX,
  input: z.strictObject({
    ...ImportFields,
    onProblems: z
      .enum(['refuse', 'tell'])
      .default('refuse')
      .describe(
        'refuse: what does not tie out is a problem. tell: it is told in the answer, and nothing is posted.',
      ),
  }),
  output: ImportAnswer,
  examples: async (factory) => {
    const files = await exampleFiles(factory)
    return [
      { files },
      { files: [{ name: 'Nobody.csv', csv: 'Nothing,here\n1,2\n' }], onProblems: 'tell' as const },
    ]
  },
  async tellHeld(_input, { tx, changes }) {
    const told = changes.find(({ type }) => type === 'migration.books-imported')
    if (!told) return undefined
    const { companies } = BroughtIn.parse(told.after)
    const entries = companies.reduce((sum, one) => sum + one.entries, 0)
    return heldOf(
      tx,
      companies.map(({ entityId }) => entityId),
      (names) => ({
        en: `${entries} entries of ${companies.length} companies, in the books of ${names.en}.`,
        de: `${entries} Buchungen von ${companies.length} Gesellschaften, in den Büchern von ${names.de}.`,
      }),
    )
  },
  async handle({ files, companies, accounts, places, newAccounts, onProblems, ...options }, context) {
    const { decimal, dayOrder, wordColumn } = options
    const prepared = await prepareImport(
      {
        files,
        companies,
        places,
        options: { decimal, dayOrder, wordColumn },
        choices: { accounts, newAccounts },
      },
      context,
    )
    const answer = importAnswer(prepared, context.language)
    if (!isReady(prepared)) {
      if (onProblems === 'refuse') throw refusal(prepared)
      return answer
    }
    const held = limitedBy(prepared.companies, context)
    if (held) throw held
    const { studioId } = present(context.access, 'books belong to a studio')
    const importId = newId('book_import')
    const runId = await queueImport(context, bookImport, {
      rows: prepared.companies.length,
      fileName: files.length === 1 ? files[0]?.name : undefined,
      content: { importId, companies: prepared.companies.map((one) => companyContent(one)) },
    })
    const rows = prepared.companies.map((one) => newCompany(one, prepared))
    await insertImport(context.tx, { id: importId, studioId, runId, actor: context.actor, companies: rows })
    const said = rows.flatMap((row, at) => choicesToRemember(row, prepared.companies[at]?.accounts ?? []))
    await rememberChoices(context.tx, studioId, said)
    context.record({
      type: 'migration.books-imported',
      subjectId: importId,
      after: {
        runId,
        companies: prepared.companies.map(({ company, entity, asOf, entries }) => ({
          company,
          entityId: entity?.id,
          asOf,
          entries: entries.length,
        })),
      },
    })
    return { ...answer, importId, runId }
  },
})

function refusal(prepared: PreparedImport): Problem {
  const differing = prepared.companies.flatMap((one) =>
    one.rows.filter((row) => differenceOf(row) !== 0n).map((row) => ({ one, row })),
  )
  const [first] = differing
  return doesNotTieOut({
    faults: faultsOf(prepared),
    differences: differing.length,
    first: first && differs(first.one, first.row),
    nameOf: (at) => prepared.files[at]?.name ?? '',
  })
}

function differs({ company, currency = '' }: DecidedCompany, row: DecidedCompany['rows'][number]) {
  const { target, sourceMinor, bookMinor, postedMinor } = row
  const [theirs, ours] = [sourceMinor, bookMinor + postedMinor].map((minor) => amountText(minor, currency))
  return {
    en: `${company}, "${target.code} ${target.name}": the file has ${theirs}, and our book would have ${ours}. Look for what was posted here before, or is missing there.`,
    de: `${company}, „${target.code} ${target.name}“: In der Datei stehen ${theirs}, und in unserem Buch stünden ${ours}. Suchen Sie, was hier schon gebucht war, oder dort fehlt.`,
  }
}

/** What is brought in is by hand: above the limit of a book somebody else has to accept it. */
function limitedBy(
  companies: readonly DecidedCompany[],
  { access, needsSecondPerson }: CallContext,
): Problem | undefined {
  for (const { company, entity, currency = '', entries } of companies) {
    if (!entity) continue
    const book = { entityId: entity.id, currency, manualLimitMinor: entity.manualLimitMinor }
    for (const { lines } of entries) {
      const moved = lines.map(({ minor }) => ({ currency, amountMinor: minor }))
      const told = overManualLimit({ lines: moved, access }, book)
      if (told) return needsSecondPerson(aboveManualLimit(told, company))
    }
  }
  return undefined
}

function newCompany(one: DecidedCompany, { files }: PreparedImport): NewCompany {
  const { source, entity, currency, asOf, debitMinor, creditMinor, entries } = one
  const books = [source.balance, source.ledger].filter((book) => book !== undefined)
  return {
    entityId: present(entity, 'a company that ties out has an entity').id,
    company: one.company,
    program: present(books[0], 'a company has a source').program,
    fileNames: books.map(({ fileAt }) => present(files[fileAt], 'the file of a book').name),
    asOf,
    currency: present(currency, 'a company that ties out has a currency'),
    debitMinor,
    creditMinor,
    entryCount: entries.length,
    figures: one.rows.map(({ target, sourceMinor }) => ({
      accountId: target.accountId,
      sourceName: target.sources.join('; ').slice(0, SOURCE_NAME_MAX),
      code: target.code,
      name: target.name,
      sourceMinor,
    })),
  }
}
