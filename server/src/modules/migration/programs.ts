import type { ProgramName, Side } from './source-books.ts'

/** What a column of an export can be. */
export type ColumnRole =
  | 'account'
  | 'code'
  | 'type'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'balance'
  | 'day'
  | 'document'
  | 'documentType'
  | 'memo'
  | 'party'
  | 'word'
  | 'company'

/** How one program writes its exports: by which columns it is known, and what its columns are. */
export interface Program {
  name: ProgramName
  label: string
  /** Any of these sets of columns is its own; names in lower case. */
  signs: readonly (readonly RegExp[])[]
  /** For each role the headers that mean it, the better one first. */
  columns: Readonly<Record<ColumnRole, readonly RegExp[]>>
  /** What a balance in one column means. */
  balanceSide: Side
  /** Rows of accounts that are sums of the rows below them. */
  hasGroups: boolean
}

const WORDS = [/^(class|business|location|department)$/]
const MEMO = [/^memo\/description$/, /^(memo|description|remarks)$/]

/** In the order in which they are tried: who has columns of their own before who has the plainest. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'erpnext',
    label: 'ERPNext',
    signs: [
      [/^closing \(dr\)/, /^closing \(cr\)/],
      [/^posting date$/, /^voucher (no|type)$/],
    ],
    columns: {
      account: [/^account$/],
      code: [],
      type: [/^root type$/, /^account type$/],
      debit: [/^closing \(dr\)/, /^debit( \([a-z]{3}\))?$/],
      credit: [/^closing \(cr\)/, /^credit( \([a-z]{3}\))?$/],
      balance: [/^balance/],
      amount: [],
      day: [/^posting date$/],
      document: [/^voucher no$/],
      documentType: [/^voucher type$/],
      memo: [/^remarks$/],
      party: [/^party$/],
      word: [/^cost cent(er|re)$/],
      company: [/^company$/],
    },
    balanceSide: 'debit',
    hasGroups: true,
  },
  {
    name: 'netsuite',
    label: 'NetSuite',
    signs: [
      [/^amount \(debit\)$/, /^amount \(credit\)$/],
      [/^document number$/, /^(account|financial row)$/],
      [/^subsidiary(: name)?$/, /^account$/, /^(amount \()?debit/],
    ],
    columns: {
      account: [/^account$/, /^financial row$/],
      code: [/^account: number$/, /^number$/],
      type: [/^account type$/],
      debit: [/^amount \(debit\)$/, /^debit( amount)?$/],
      credit: [/^amount \(credit\)$/, /^credit( amount)?$/],
      balance: [/^balance$/],
      amount: [],
      day: [/^date$/],
      document: [/^(document number|transaction number)$/, /^num$/],
      documentType: [/^type$/, /^transaction type$/],
      memo: MEMO,
      party: [/^name$/, /^entity$/],
      word: [/^class(: name)?$/, ...WORDS],
      company: [/^subsidiary(: name)?$/],
    },
    balanceSide: 'debit',
    hasGroups: false,
  },
  {
    name: 'xero',
    label: 'Xero',
    signs: [
      [/^account code$/],
      [/^(ytd debit|debit - year to date)/],
      [/^source$/, /^(running balance|reference)$/],
      [/^account type$/, /^debit/],
    ],
    columns: {
      account: [/^account( name)?$/],
      code: [/^account code$/],
      type: [/^account type$/, /^account class$/],
      debit: [/^(ytd debit|debit - year to date)/, /^debit/],
      credit: [/^(ytd credit|credit - year to date)/, /^credit/],
      balance: [/^running balance$/],
      amount: [],
      day: [/^date$/],
      document: [/^(journal id|journal number|journal no\.?)$/, /^reference$/, /^invoice number$/],
      documentType: [/^source$/],
      memo: MEMO,
      party: [/^contact$/],
      word: [/^(tracking|tracking category|brand|region)$/, ...WORDS],
      company: [],
    },
    balanceSide: 'debit',
    hasGroups: false,
  },
  {
    name: 'quickbooks',
    label: 'QuickBooks',
    signs: [
      [/^transaction type$/, /^date$/],
      [/^(distribution )?account$/, /^transaction date$/],
      [/^$/, /^debit$/, /^credit$/],
      [/^account$/, /^debit$/, /^credit$/],
    ],
    columns: {
      account: [/^(distribution )?account( full name)?$/],
      code: [/^account (number|#)$/],
      type: [/^account type$/],
      debit: [/^debit$/],
      credit: [/^credit$/],
      balance: [/^balance$/],
      amount: [/^amount$/],
      day: [/^(transaction )?date$/],
      document: [/^(num|no\.?|transaction id)$/],
      documentType: [/^(transaction )?type$/],
      memo: MEMO,
      party: [/^name$/],
      word: [/^(item )?class( full name)?$/, ...WORDS],
      company: [],
    },
    balanceSide: 'natural',
    hasGroups: false,
  },
]

export function programNamed(name: ProgramName): Program | undefined {
  return PROGRAMS.find((one) => one.name === name)
}
