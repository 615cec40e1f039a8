import { CAPTIONS, type CaptionName, type CaptionType } from '#kernel/captions.ts'
import type { SourceAccount } from './source-books.ts'

/** What accounts are called, the more telling words first: each tells a caption, and with it a type. */
const BY_NAME: readonly (readonly [RegExp, CaptionName])[] = [
  [/accum\w*\.? (depreciation|amorti[sz]ation)/, 'accumulated-depreciation'],
  [/retained earnings|profit brought forward|accumulated (deficit|profit)/, 'retained-earnings'],
  [
    /(due|receivable)s? from (affiliate|group|parent|subsidiar|related|intercompany)|intercompany receivable/,
    'due-from-group',
  ],
  [/due to (affiliate|group|parent|subsidiar|related|intercompany)|intercompany payable/, 'due-to-group'],
  [/account'?s? receivable|trade receivable|^debtors|\breceivables?\b/, 'receivables'],
  [/account'?s? payable|trade payable|^creditors|credit card/, 'payables'],
  [
    /(sales|payroll|income|vat|gst|withholding|corporation)? ?tax(es)? (payable|liabilit)|^(vat|gst|sales tax)\b|duties and taxes/,
    'taxes-payable',
  ],
  [/unearned|deferred (revenue|income)|customer (deposits|prepayment)/, 'deferred-revenue'],
  [/accrued|wages payable|payroll (liabilit|payable)|salar(y|ies) payable/, 'accrued'],
  [/undeposited funds|cash in transit/, 'other-current-assets'],
  [/prepaid|prepayment/, 'prepaid'],
  [/inventory|stock (in hand|on hand|assets)|finished goods/, 'inventory'],
  [/bank (fee|charge)|merchant fee|stripe fee|payment processing/, 'other-financial-expense'],
  [/interest (income|earned|received)/, 'interest-income'],
  [/interest (expense|paid)|loan interest/, 'interest-expense'],
  [/depreciation|amorti[sz]ation/, 'depreciation'],
  [/income tax|corporation tax/, 'income-tax'],
  [/loan|mortgage|note'?s? payable|line of credit|debenture/, 'borrowings'],
  [/distribution|draw(ing)?s?\b|dividends? (paid|declared)/, 'distributions'],
  [
    /common stock|share capital|capital stock|paid[- ]in|funds introduced|owner'?s? (equity|capital|funds)|member'?s? (equity|capital)|opening balance equity|\bequity\b|\bcapital\b/,
    'capital',
  ],
  [
    /cost of (goods|sales|revenue)|\bcogs\b|hosting|purchases|subcontract|direct cost|freight/,
    'cost-of-revenue',
  ],
  [/salar|wage|payroll|benefit|contractor|employee|pension|superannuation/, 'people'],
  [/advertis|marketing|promotion/, 'marketing'],
  [
    /computer|equipment|furniture|vehicle|machinery|fixtures|building|leasehold|fixed asset|plant/,
    'fixed-assets',
  ],
  [/investment in|investments/, 'investments-other'],
  [/goodwill/, 'goodwill'],
  [/other income|grant|gain on/, 'other-income'],
  [/sales|revenue|subscription|service income|fees? (earned|income)|consulting income|income/, 'revenue'],
  [/checking|savings|\bbank\b|\bcash\b|petty|current account|money market|paypal|mercury|wise\b/, 'cash'],
  [
    /rent|office|software|legal|professional|accounting|insurance|travel|meal|utilit|telephone|internet|dues|supplies|postage|repair|printing|entertainment|general expense|consulting|audit|licen[cs]e|miscellaneous|expense/,
    'operating-expenses',
  ],
]

/** What accounts are called that are named after another entity, and so stand between the two. */
const BETWEEN_ENTITIES: readonly (readonly [RegExp, CaptionName])[] = [
  [/\b(investments?|shares?|stake|interest|equity) in\b|beteiligung/, 'investments-group'],
  [/\b(loan|note|advance)s?( receivable)? to\b|(loan|note)s? receivable|darlehen an\b/, 'loans-to-group'],
  [/\b(loan|note|advance)s?( payable)? from\b|(loan|note)s? payable|darlehen von\b/, 'loans-from-group'],
  [/\b(due|owed|receivables?) from\b|receivable|forderung/, 'due-from-group'],
  [/\b(due|owed|payables?) to\b|payable|verbindlichkeit/, 'due-to-group'],
  [/interest (income|earned|received)/, 'interest-income-group'],
  [/interest (expense|paid)/, 'interest-expense-group'],
  [/inter-?company|\bic\b/, 'due-from-group'],
  [/inter-?company|\bic\b/, 'due-to-group'],
]

/** What the source itself says of an account, in the words of the four programs. */
const BY_HINT: readonly (readonly [RegExp, CaptionType, CaptionName])[] = [
  [/^(bank|cash)$|\/ (bank accounts|cash in hand)\b/, 'asset', 'cash'],
  [/receivable/, 'asset', 'receivables'],
  [/payable|credit card/, 'liability', 'payables'],
  [/(^|\/ )(fixed asset|plant)/, 'asset', 'fixed-assets'],
  [/^(non-?current asset|other asset)/, 'asset', 'other-non-current-assets'],
  [/^inventory/, 'asset', 'inventory'],
  [/^prepayment/, 'asset', 'prepaid'],
  [/asset/, 'asset', 'other-current-assets'],
  [/^(non-?current|long term) liabilit/, 'liability', 'borrowings'],
  [/liabilit/, 'liability', 'other-current-liabilities'],
  [/equity/, 'equity', 'capital'],
  [/cost of (goods|sales)|direct costs?/, 'expense', 'cost-of-revenue'],
  [/other income/, 'income', 'other-income'],
  [/^(income|revenue|sales)/, 'income', 'revenue'],
  [/depreciation/, 'expense', 'depreciation'],
  [/expense|overhead/, 'expense', 'operating-expenses'],
]

/** Number ranges that the four programs and most charts share. */
const BY_CODE: Readonly<Record<string, CaptionName>> = {
  1: 'other-current-assets',
  2: 'other-current-liabilities',
  3: 'capital',
  4: 'revenue',
  5: 'cost-of-revenue',
  6: 'operating-expenses',
}

/**
 * Under which caption an account of a source belongs: what the source says goes before what its name says, and its number comes last.
 * Undefined where nothing tells: then a person says it. Pure.
 */
export function proposeCaption(
  { code, name, hint }: SourceAccount,
  isOfEntity = false,
): CaptionName | undefined {
  const words = ` ${name.toLowerCase()}`
  const signs = isOfEntity ? [...BETWEEN_ENTITIES, ...BY_NAME] : BY_NAME
  const named = signs.filter(([sign]) => sign.test(words.trim())).map(([, caption]) => caption)
  const hinted = BY_HINT.find(([sign]) => sign.test(hint.toLowerCase()))
  if (hinted) {
    const [, type, plain] = hinted
    return named.find((caption) => CAPTIONS[caption].type === type) ?? plain
  }
  const ranged = /^\d{4,}$/.test(code ?? '') ? BY_CODE[(code ?? '').charAt(0)] : undefined
  if (ranged === undefined) return named[0]
  // A number of four digits tells the type of the account; its name what it is among those.
  return named.find((caption) => CAPTIONS[caption].type === CAPTIONS[ranged].type) ?? ranged
}
