import { decimalOf } from '#kernel/money.ts'
import { minorDigits } from '#kernel/currencies.ts'

export type JournalFormat = 'hledger' | 'beancount'

export interface JournalEntry {
  id: string
  effectiveOn: string
  memo: string
  lines: { account: string; currency: string; minor: bigint; businessId: string | null }[]
}

/**
 * What comes before the entries of a book: its accounts, declared. What people wrote is never read as syntax: words of
 * theirs stand in the description only, and ids in what follows a line.
 */
export function journalHead(
  format: JournalFormat,
  { accounts, currencies }: { accounts: readonly string[]; currencies: readonly string[] },
): string {
  if (format === 'beancount') return accounts.map((account) => `1970-01-01 open ${account}\n`).join('')
  const commodities = currencies.map((currency) => {
    const digits = minorDigits(currency)
    // The point stands there also where no digit follows: otherwise hledger would not know it from a mark between thousands.
    return `commodity 1000.${'0'.repeat(digits)} ${currency}\n`
  })
  return [...commodities, ...accounts.map((account) => `account ${account}\n`)].join('')
}

export function journalText(format: JournalFormat, entries: readonly JournalEntry[]): string {
  return entries.map(format === 'hledger' ? hledgerText : beancountText).join('\n')
}

function hledgerText({ id, effectiveOn, memo, lines }: JournalEntry): string {
  // A semicolon begins a comment, in which hledger reads tags, and dates among them.
  const head = `${effectiveOn} * (${id}) ${memo.replaceAll(/[;|]/g, ',')}`
  const rows = lines.map(({ account, currency, minor, businessId }) => {
    const business = businessId === null ? '' : `  ; business:${businessId}`
    return `    ${account}  ${decimalOf(minor, currency)} ${currency}${business}`
  })
  return `${[head, ...rows].join('\n')}\n`
}

function beancountText({ id, effectiveOn, memo, lines }: JournalEntry): string {
  const head = `${effectiveOn} * "${memo.replaceAll(/["\\]/g, "'")}"`
  const rows = lines.flatMap(({ account, currency, minor, businessId }) => [
    `  ${account}  ${decimalOf(minor, currency)} ${currency}`,
    ...(businessId === null ? [] : [`    business: "${businessId}"`]),
  ])
  return `${[head, `  entry: "${id}"`, ...rows].join('\n')}\n`
}
