import type { AccountType } from './schema.ts'

/** Debits raise assets and expenses; everything else is raised by credits. */
export function isOnDebitSide(type: AccountType | undefined): boolean {
  return type === 'asset' || type === 'expense'
}
