import type { Figure } from './statement-rows.ts'

/** The columns of one period: what was, what was meant, and by how much it was missed. */
export const WITH_BUDGET = ['actual', 'budget', 'variance'] as const

/** Three columns for each: what is shown as more in the last is more than was meant, of income as of expenses. */
export function besideBudget(actual: readonly Figure[], budget: readonly Figure[]): Figure[] {
  const meant = new Map(budget.map((figure) => [figure.account.id, figure]))
  const was = new Map(actual.map((figure) => [figure.account.id, figure]))
  return [...new Map([...was, ...meant]).values()].map(({ account, amounts }) => ({
    account,
    amounts: amounts.flatMap((_amount, at) => {
      const [is, planned] = [was.get(account.id)?.amounts[at] ?? 0n, meant.get(account.id)?.amounts[at] ?? 0n]
      return [is, planned, is - planned]
    }),
  }))
}
