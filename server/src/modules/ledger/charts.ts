import { captionFor, type CaptionName } from '#kernel/captions.ts'
import type { AccountRole, AccountType } from './schema.ts'

/** An account as a chart has it; `in` names the code of the one that it is a part of. */
export interface ChartAccount {
  code: string
  name: string
  type: AccountType
  in?: string
  role?: AccountRole
  isMonetary?: true
  caption?: CaptionName
}

/** Under what a chart's account is shown: as it says, or as its role and type have it. */
export function chartCaption({ caption, type, role }: ChartAccount): CaptionName {
  return caption ?? captionFor({ type, role: role ?? null })
}

const MONEY = { type: 'asset', isMonetary: true } as const
const DEBT = { type: 'liability', isMonetary: true } as const
const asset = (code: string, name: string): ChartAccount => ({ code, name, type: 'asset' })
const equity = (code: string, name: string): ChartAccount => ({ code, name, type: 'equity' })
const income = (code: string, name: string, caption: CaptionName = 'revenue'): ChartAccount => ({
  code,
  name,
  type: 'income',
  in: '4000',
  caption,
})
const gain = (code: string, name: string, caption: CaptionName): ChartAccount => ({
  code,
  name,
  type: 'income',
  caption,
})
const cost = (code: string, name: string): ChartAccount => ({
  code,
  name,
  type: 'expense',
  in: '5000',
  caption: 'cost-of-revenue',
})
const expense = (code: string, name: string, caption: CaptionName = 'operating-expenses'): ChartAccount => ({
  code,
  name,
  type: 'expense',
  in: '6000',
  caption,
})
const finance = (code: string, name: string, caption: CaptionName): ChartAccount => ({
  code,
  name,
  type: 'expense',
  in: '7000',
  caption,
})

const WORKING: ChartAccount[] = [
  asset('1000', 'Current assets'),
  { code: '1010', name: 'Operating bank account', in: '1000', role: 'cash', ...MONEY },
  { code: '1020', name: 'Payment processor clearing', in: '1000', caption: 'receivables', ...MONEY },
  { code: '1100', name: 'Trade receivables', in: '1000', role: 'receivable', ...MONEY },
  { code: '1150', name: 'Due from group entities', in: '1000', caption: 'due-from-group', ...MONEY },
  { ...asset('1200', 'Inventory'), in: '1000', caption: 'inventory' },
  { ...asset('1300', 'Prepaid expenses'), in: '1000', caption: 'prepaid' },
  { ...asset('1500', 'Non-current assets'), caption: 'other-non-current-assets' },
  { ...asset('1510', 'Equipment'), in: '1500', caption: 'fixed-assets' },
  { ...asset('1519', 'Accumulated depreciation'), in: '1500', caption: 'accumulated-depreciation' },
  { ...asset('1600', 'Investments in group entities'), in: '1500', caption: 'investments-group' },
  { ...asset('1690', 'Other investments'), in: '1500', caption: 'investments-other' },
  { code: '1650', name: 'Loans to group entities', in: '1500', caption: 'loans-to-group', ...MONEY },
  { code: '2000', name: 'Current liabilities', type: 'liability' },
  { code: '2010', name: 'Trade payables', in: '2000', role: 'payable', ...DEBT },
  { code: '2050', name: 'Due to group entities', in: '2000', caption: 'due-to-group', ...DEBT },
  { code: '2100', name: 'Accrued expenses', in: '2000', caption: 'accrued', ...DEBT },
  { code: '2200', name: 'Deferred revenue', type: 'liability', in: '2000', caption: 'deferred-revenue' },
  { code: '2300', name: 'Taxes payable', in: '2000', caption: 'taxes-payable', ...DEBT },
  {
    code: '2500',
    name: 'Non-current liabilities',
    type: 'liability',
    caption: 'other-non-current-liabilities',
  },
  { code: '2510', name: 'Loans from banks', in: '2500', caption: 'borrowings', ...DEBT },
  { code: '2550', name: 'Loans from group entities', in: '2500', caption: 'loans-from-group', ...DEBT },
]

const RESULTS: ChartAccount[] = [
  { code: '3900', name: 'Exchange', type: 'equity', role: 'exchange' },
  { code: '4000', name: 'Revenue', type: 'income', caption: 'revenue' },
  income('4010', 'Product sales'),
  income('4020', 'Subscriptions'),
  income('4030', 'Services'),
  income('4100', 'Revenue from group entities', 'revenue-group'),
  { code: '5000', name: 'Cost of revenue', type: 'expense', caption: 'cost-of-revenue' },
  cost('5010', 'Goods and fulfilment'),
  cost('5020', 'Hosting and usage'),
  cost('5030', 'Payment fees'),
  { code: '6000', name: 'Operating expenses', type: 'expense' },
  expense('6010', 'Wages and contractors', 'people'),
  expense('6020', 'Marketing', 'marketing'),
  expense('6030', 'Software and AI agents'),
  expense('6040', 'Rent and office'),
  expense('6050', 'Professional fees'),
  expense('6060', 'Shared services from group entities', 'shared-services'),
  expense('6070', 'Depreciation', 'depreciation'),
  { code: '7000', name: 'Financial result', type: 'expense', caption: 'other-financial-expense' },
  finance('7010', 'Interest expense', 'interest-expense'),
  finance('7015', 'Interest to group entities', 'interest-expense-group'),
  finance('7020', 'Bank fees', 'other-financial-expense'),
  gain('7100', 'Interest and other income', 'interest-income'),
  gain('7110', 'Dividends and shares of results', 'investment-income'),
  gain('7150', 'Interest from group entities', 'interest-income-group'),
  gain('7200', 'Realised exchange gains and losses', 'exchange-realised'),
  gain('7210', 'Unrealised exchange gains and losses', 'exchange-unrealised'),
  { code: '8000', name: 'Income tax', type: 'expense', caption: 'income-tax' },
]

/** Charts that a book can begin with. They are a beginning: accounts are added, renamed and archived as the entity needs. */
export const CHARTS = {
  'us-gaap-llc': [
    ...WORKING,
    equity('3000', 'Members’ equity'),
    { ...equity('3010', 'Members’ capital'), in: '3000' },
    { ...equity('3500', 'Distributions to members'), in: '3000', caption: 'distributions' },
    { ...equity('3800', 'Retained earnings'), in: '3000', role: 'retained-earnings' },
    ...RESULTS,
  ],
  ifrs: [
    ...WORKING,
    equity('3000', 'Equity'),
    { ...equity('3010', 'Share capital'), in: '3000' },
    { ...equity('3020', 'Share premium'), in: '3000' },
    { ...equity('3500', 'Dividends declared'), in: '3000', caption: 'distributions' },
    { ...equity('3700', 'Other comprehensive income'), in: '3000', caption: 'other-comprehensive-income' },
    { ...equity('3800', 'Retained earnings'), in: '3000', role: 'retained-earnings' },
    ...RESULTS,
  ],
  nonprofit: [
    ...WORKING,
    equity('3000', 'Net assets'),
    { ...equity('3010', 'Net assets with donor restrictions'), in: '3000' },
    { ...equity('3800', 'Net assets without donor restrictions'), in: '3000', role: 'retained-earnings' },
    ...RESULTS,
    income('4200', 'Donations and grants'),
  ],
} as const satisfies Record<string, readonly ChartAccount[]>
