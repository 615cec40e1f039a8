import { z } from 'zod'
import { day, id, instant, line } from '#server/catalogue/fields.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { Decimal, SOURCE_CHARS_MAX } from '#server/modules/imports/index.ts'
import {
  AccountFields,
  ACCOUNTS_MAX,
  amount,
  Caption,
  currency,
  signedAmount,
} from '#server/modules/ledger/index.ts'
import { COMPANIES_MAX, FAULTS_TOLD_MAX, FILES_MAX } from './problems.ts'

const NAME_MAX = 200
const KEY_MAX = 400
const CHOICES_MAX = 20_000
const ROWS_TOLD_MAX = 50_000

export const ProgramField = z
  .enum(['quickbooks', 'xero', 'netsuite', 'erpnext'])
  .describe('The program that wrote the export.')
const KindField = z.enum(['trial-balance', 'general-ledger'])
const company = () => line(NAME_MAX).describe('As the source names it.')

export const FileField = z.strictObject({
  name: line(NAME_MAX),
  csv: z.string().min(1).max(SOURCE_CHARS_MAX).optional().describe('The text of a CSV file.'),
  base64: z.base64().min(1).max(SOURCE_CHARS_MAX).optional().describe('The bytes of a CSV or XLSX file.'),
  program: ProgramField.optional(),
  company: company().optional().describe('Whose it is, where the file does not say.'),
  asOf: day().optional().describe('Of which day its balances are, where the file does not say.'),
})

/** What is sent: files, and what is said of what stands in them. */
export const ImportFields = {
  files: document(z.array(FileField).min(1).max(FILES_MAX)).describe(
    'Trial balances and general ledgers as the programs export them, of any number of companies.',
  ),
  companies: z
    .array(z.strictObject({ company: company(), entityId: id('entity') }))
    .max(COMPANIES_MAX)
    .default([])
    .describe('Which entity a company is, where its name does not tell.'),
  accounts: z
    .array(
      z.strictObject({
        company: company().optional(),
        account: line(KEY_MAX).describe('Its text in the source.'),
        code: AccountFields.code
          .optional()
          .describe('The account of the book that it is, or the code of a new one.'),
        isNew: z
          .boolean()
          .optional()
          .describe('True for one of its own, though the book has one of that code or name.'),
        caption: Caption.optional().describe('What a new one is; its type follows.'),
        partnerEntityId: id('entity')
          .nullable()
          .optional()
          .describe('The entity on the other side of all that stands on it; null where it is none.'),
      }),
    )
    .max(CHOICES_MAX)
    .default([])
    .describe('What accounts become, and who is on their other side, where neither code nor name tells.'),
  places: z
    .array(
      z.strictObject({
        company: company().optional(),
        word: line(KEY_MAX).describe('The class, tracking option or cost centre.'),
        businessId: id('business').nullable().describe('Null for overhead.'),
      }),
    )
    .max(CHOICES_MAX)
    .default([])
    .describe('Which business a class or cost centre is, where its name does not tell.'),
  wordColumn: line(120)
    .optional()
    .describe('The column whose words are businesses, where it has a name of its own.'),
  decimal: Decimal.optional().describe(
    'Where amounts leave open whether they have a decimal point or comma.',
  ),
  dayOrder: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('Where days such as 3/4/2026 leave open which is the month.'),
  newAccounts: z
    .enum(['create', 'refuse'])
    .default('create')
    .describe('create: accounts that a book does not have are added. refuse: they are told.'),
}

const Place = z.strictObject({ id: id('entity'), name: z.string().max(NAME_MAX) })

const SourceFile = z.strictObject({
  name: z.string().max(NAME_MAX),
  program: ProgramField.nullable().describe('Null where it is not recognised.'),
  kind: KindField.nullable(),
  rows: z.int(),
})

const ROW_FIELDS = {
  company: z.string().max(NAME_MAX),
  code: z.string().max(20),
  name: z.string().max(120),
  source: signedAmount().describe('In the source: debits less credits.'),
  ours: signedAmount().describe('In our book, with what is about to be posted.'),
  difference: signedAmount().describe('Ours less theirs.'),
  sources: z.array(z.string().max(KEY_MAX)).max(ACCOUNTS_MAX).describe('What the source calls it.'),
}

export const CheckedRow = z
  .strictObject({
    ...ROW_FIELDS,
    accountId: id('account').nullable().describe('Null for one that is to be made.'),
    caption: Caption.nullable().describe('Null where nothing tells what it is.'),
    isNew: z.boolean(),
    book: signedAmount().describe('In our book by that day, as it stands.'),
  })
  .meta({ id: 'CheckedRow' })

export const CheckedCompany = z
  .strictObject({
    company: z.string().max(NAME_MAX),
    entity: Place.nullable().describe('Null where no name fits and none was chosen.'),
    asOf: day().describe('The day of the tie-out.'),
    debit: amount().nullable().describe('All debit balances of the source.'),
    credit: amount().nullable(),
    tiesOut: z.boolean().describe('Nothing is open, and no account differs by a cent.'),
    currency: currency().nullable(),
    imbalance: signedAmount()
      .nullable()
      .describe('By how much the debits of the source are more than its credits; below zero, fewer.'),
    files: z.array(z.string().max(NAME_MAX)).max(2),
    program: ProgramField,
    kind: KindField.describe('What is posted of it: a general ledger where there is one.'),
    bookId: id('book').nullable().describe('Null where one is to be opened.'),
    entries: z.int().describe('To be posted.'),
    knownEntries: z.int().describe('Posted by an earlier import of the same file.'),
    newAccounts: z.int(),
    differences: z.int().describe('Accounts that differ.'),
  })
  .meta({ id: 'CheckedCompany' })

export const CheckedWord = z.strictObject({
  company: z.string().max(NAME_MAX),
  word: z.string().max(KEY_MAX),
  lines: z.int(),
  businessId: id('business').nullable(),
  businessName: z.string().max(NAME_MAX).nullable(),
  isOverhead: z.boolean(),
})

export const CheckedAccount = z
  .strictObject({
    company: z.string().max(NAME_MAX),
    account: z.string().max(KEY_MAX).describe('Its text in the source.'),
    code: z.string().max(20).describe('Of the account that it becomes.'),
    name: z.string().max(120),
    caption: Caption.nullable().describe('Null where nothing tells what it is.'),
    partner: Place.nullable().describe('The entity on the other side, where there is one.'),
    needsPartner: z.boolean().describe('It stands between entities.'),
    from: z
      .enum(['said', 'last-time', 'proposed'])
      .describe('Said with these files, said of the same account of the same program before, or proposed.'),
    isNew: z.boolean().describe('An account is made of it; what joins that one later is none.'),
    accountId: id('account').nullable().describe('Null for one that is to be made.'),
  })
  .meta({ id: 'CheckedAccount' })

export const CheckedPair = z
  .strictObject({
    entity: Place,
    partner: Place,
    of: z.enum(['trade', 'loan']),
    ours: signedAmount().describe('What it claims from its partner in all, or below zero owes it.'),
    theirs: signedAmount()
      .nullable()
      .describe('The same by the book of its partner; null where there is none that you can read.'),
    difference: signedAmount().describe('By how much it has more.'),
    currency: currency(),
    company: z.string().max(NAME_MAX),
  })
  .meta({ id: 'CheckedPair' })

export const CheckedFault = z.strictObject({
  company: z.string().max(NAME_MAX).nullable(),
  file: z.string().max(NAME_MAX).nullable(),
  cell: z.string().max(12).nullable().describe('As a spreadsheet names it.'),
  row: z.int().nullable(),
  message: z.string().max(2000),
})

export const ImportAnswer = z.strictObject({
  importId: id('book_import').nullable().describe('Null where nothing is posted.'),
  runId: id('run').nullable().describe('Watch it with runs.get-run.'),
  tiesOut: z.boolean().describe('Every company does.'),
  files: z.array(SourceFile).max(FILES_MAX),
  companies: z.array(CheckedCompany).max(COMPANIES_MAX),
  rows: z
    .array(CheckedRow)
    .max(ROWS_TOLD_MAX)
    .describe('The tie-out: a row for each account of each company.'),
  accounts: z
    .array(CheckedAccount)
    .max(ROWS_TOLD_MAX)
    .describe('What each account of the sources becomes, and which entity is on its other side.'),
  pairs: z
    .array(CheckedPair)
    .max(ROWS_TOLD_MAX)
    .describe('What entities say of each other, once this is posted. What differs stops nothing.'),
  words: z.array(CheckedWord).max(CHOICES_MAX),
  faults: z.array(CheckedFault).max(FAULTS_TOLD_MAX).describe(`The first ${FAULTS_TOLD_MAX}.`),
  faultCount: z.int(),
  warnings: z
    .array(CheckedFault)
    .max(FAULTS_TOLD_MAX)
    .describe(`What to look at before it is posted, and what stops nothing: the first ${FAULTS_TOLD_MAX}.`),
  warningCount: z.int(),
})
export type ImportAnswer = z.output<typeof ImportAnswer>

export const ImportSummary = z
  .strictObject({
    id: id('book_import'),
    runId: id('run'),
    createdAt: instant(),
    companies: z.int(),
    entries: z.int(),
    programs: z.array(ProgramField).max(4),
  })
  .meta({ id: 'BookImport' })
export type ImportSummary = z.output<typeof ImportSummary>

export const ImportedCompany = z.strictObject({
  company: z.string().max(NAME_MAX),
  entity: Place,
  asOf: day(),
  debit: amount(),
  credit: amount(),
  tiesOut: z.boolean(),
  currency: currency(),
  files: z.array(z.string().max(NAME_MAX)).max(2),
  program: ProgramField,
  bookId: id('book').nullable().describe('Null until its run has opened it.'),
  entries: z.int(),
  differences: z.int(),
})

export const ImportedRow = z.strictObject({
  ...ROW_FIELDS,
  accountId: id('account').nullable(),
  ours: signedAmount().describe('In our book by that day, read from what is posted.'),
})
