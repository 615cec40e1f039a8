import type { Said } from './languages.ts'

/**
 * Captions of financial statements: what an account is shown under, in every book alike, so that books with different charts add up. An
 * account is of the caption's type; sections and subtotals follow from it, and so does where its movements stand in a cash flow statement (IAS 7).
 */
export type CaptionType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'
export type Activity = 'cash' | 'operating' | 'investing' | 'financing'

export interface Caption {
  type: CaptionType
  section: Section
  /** Of income and expenses all that is not interest to or from a lender is operating. */
  activity: Activity
  label: Said
}

export type Section =
  | 'current-assets'
  | 'non-current-assets'
  | 'current-liabilities'
  | 'non-current-liabilities'
  | 'equity'
  | 'revenue'
  | 'cost-of-revenue'
  | 'operating-expenses'
  | 'shared-costs'
  | 'financial-result'
  | 'income-tax'

const caption =
  (type: CaptionType, section: Section, activity: Activity) =>
  (en: string, de: string): Caption => ({ type, section, activity, label: { en, de } })

const working = caption('asset', 'current-assets', 'operating')
const lasting = caption('asset', 'non-current-assets', 'investing')
const owed = caption('liability', 'current-liabilities', 'operating')
const borrowed = caption('liability', 'non-current-liabilities', 'financing')
const owned = caption('equity', 'equity', 'financing')
const earned = caption('income', 'revenue', 'operating')
const spent = (section: Section) => caption('expense', section, 'operating')
const gained = caption('income', 'financial-result', 'operating')

/** In the order in which statements show them. */
export const CAPTIONS = {
  cash: caption('asset', 'current-assets', 'cash')('Cash', 'Zahlungsmittel'),
  receivables: working('Receivables', 'Forderungen'),
  'due-from-group': working('Due from group entities', 'Forderungen gegen Konzerngesellschaften'),
  inventory: working('Inventory', 'Vorräte'),
  prepaid: working('Prepaid expenses', 'Aktive Rechnungsabgrenzung'),
  'other-current-assets': working('Other current assets', 'Sonstige kurzfristige Vermögenswerte'),
  'fixed-assets': lasting('Equipment', 'Sachanlagen'),
  'accumulated-depreciation': lasting('Accumulated depreciation', 'Kumulierte Abschreibungen'),
  'investments-group': lasting('Investments in group entities', 'Beteiligungen an Konzerngesellschaften'),
  'investments-other': lasting('Other investments', 'Übrige Beteiligungen'),
  goodwill: lasting('Goodwill', 'Geschäfts- oder Firmenwert'),
  'loans-to-group': lasting('Loans to group entities', 'Ausleihungen an Konzerngesellschaften'),
  'other-non-current-assets': lasting('Other non-current assets', 'Sonstige langfristige Vermögenswerte'),
  payables: owed('Payables', 'Verbindlichkeiten'),
  'due-to-group': owed('Due to group entities', 'Verbindlichkeiten gegenüber Konzerngesellschaften'),
  accrued: owed('Accrued expenses', 'Abgegrenzte Verbindlichkeiten'),
  'deferred-revenue': owed('Deferred revenue', 'Passive Rechnungsabgrenzung'),
  'taxes-payable': owed('Taxes payable', 'Steuerverbindlichkeiten'),
  'other-current-liabilities': owed('Other current liabilities', 'Sonstige kurzfristige Verbindlichkeiten'),
  borrowings: borrowed('Loans', 'Darlehen'),
  'loans-from-group': borrowed('Loans from group entities', 'Darlehen von Konzerngesellschaften'),
  'other-non-current-liabilities': borrowed(
    'Other non-current liabilities',
    'Sonstige langfristige Verbindlichkeiten',
  ),
  capital: owned('Capital', 'Kapital'),
  distributions: owned('Distributions', 'Ausschüttungen'),
  'retained-earnings': owned('Retained earnings', 'Gewinnrücklagen'),
  'other-comprehensive-income': owned('Other comprehensive income', 'Sonstiges Ergebnis'),
  'noncontrolling-interest': owned('Noncontrolling interest', 'Nicht beherrschende Anteile'),
  exchange: owned('Exchange differences to be revalued', 'Noch nicht bewertete Währungsdifferenzen'),
  'between-businesses': owned('Between businesses of the entity', 'Zwischen Unternehmen der Gesellschaft'),
  revenue: earned('Revenue', 'Umsatzerlöse'),
  'revenue-group': earned('Revenue from group entities', 'Umsatzerlöse mit Konzerngesellschaften'),
  'cost-of-revenue': spent('cost-of-revenue')('Cost of revenue', 'Umsatzkosten'),
  'operating-expenses': spent('operating-expenses')('Operating expenses', 'Betriebliche Aufwendungen'),
  marketing: spent('operating-expenses')('Marketing', 'Marketing'),
  people: spent('operating-expenses')('People', 'Personalaufwand'),
  'shared-services': spent('shared-costs')('Shared services from group entities', 'Konzerndienstleistungen'),
  depreciation: spent('shared-costs')('Depreciation', 'Abschreibungen'),
  'interest-income': gained('Interest income', 'Zinserträge'),
  'interest-income-group': gained('Interest from group entities', 'Zinserträge von Konzerngesellschaften'),
  'investment-income': gained('Dividends and shares of results', 'Dividenden und Ergebnisanteile'),
  'exchange-realised': gained('Realised exchange differences', 'Realisierte Währungsdifferenzen'),
  'exchange-unrealised': gained('Unrealised exchange differences', 'Unrealisierte Währungsdifferenzen'),
  'other-income': gained('Other income', 'Sonstige Erträge'),
  'interest-expense': spent('financial-result')('Interest expense', 'Zinsaufwand'),
  'interest-expense-group': spent('financial-result')(
    'Interest to group entities',
    'Zinsaufwand gegenüber Konzerngesellschaften',
  ),
  'other-financial-expense': spent('financial-result')('Bank fees and other', 'Bankgebühren und Sonstiges'),
  'income-tax': spent('income-tax')('Income tax', 'Ertragsteuern'),
} as const satisfies Record<string, Caption>

export type CaptionName = keyof typeof CAPTIONS

export const CAPTION_NAMES = Object.keys(CAPTIONS).filter(isCaption)

/** Of an account that moves by itself: nobody chooses it, and nobody else has it. */
export const OWN_CAPTIONS: readonly CaptionName[] = ['exchange', 'between-businesses']
export const CHOSEN_CAPTIONS = CAPTION_NAMES.filter((name) => !OWN_CAPTIONS.includes(name))

export function isCaption(name: string): name is CaptionName {
  return Object.hasOwn(CAPTIONS, name)
}

const OF_ROLE: Partial<Record<string, CaptionName>> = {
  cash: 'cash',
  receivable: 'receivables',
  payable: 'payables',
  exchange: 'exchange',
  'retained-earnings': 'retained-earnings',
  'between-businesses': 'between-businesses',
}
const OF_TYPE: Record<CaptionType, CaptionName> = {
  asset: 'other-current-assets',
  liability: 'other-current-liabilities',
  equity: 'capital',
  income: 'other-income',
  expense: 'operating-expenses',
}

/** Where nobody said which: that of its role, of the account that it is a part of, or the plainest of its type. */
export function captionFor(account: {
  type: CaptionType
  role: string | null
  parent?: CaptionName | undefined
}): CaptionName {
  return OF_ROLE[account.role ?? ''] ?? account.parent ?? OF_TYPE[account.type]
}
