import { z } from 'zod'
import { amountText } from '#kernel/money.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { DISAGREED } from './disagreements-queries.ts'
import { saidBy } from './list-disagreements.ts'

export const disagreementRule = exceptionRule({
  name: 'group.disagreements',
  title: { en: 'Entities that do not agree', de: 'Gesellschaften, die nicht übereinstimmen' },
  stated: {
    en: 'Two entities have booked with each other what does not match: what one has as a claim is not the other’s debt, or one’s income not the other’s expense, as of the end of the last month that ended more than 31 days ago.',
    de: 'Zwei Gesellschaften haben miteinander gebucht, was nicht zusammenpasst: Die Forderung der einen ist nicht die Schuld der anderen, oder der Ertrag der einen nicht der Aufwand der anderen, zum Ende des letzten Monats, der vor mehr als 31 Tagen endete.',
  },
  permission: 'group.read',
  facts: z.object({
    first: z.string(),
    second: z.string(),
    topic: z.enum(['balances', 'results']),
    currency: z.string(),
    firstMinor: z.string(),
    secondMinor: z.string(),
    asOf: z.string(),
  }),
  rows: DISAGREED,
  says: ({ first, second, topic, currency, asOf, ...minor }) => {
    const [ours, theirs] = saidBy({ topic, first_minor: minor.firstMinor, second_minor: minor.secondMinor })
    const [one, other, difference] = [ours, theirs, ours - theirs].map((sum) => amountText(sum, currency))
    const [en, de] =
      topic === 'balances'
        ? (['has a claim of', 'eine Forderung von'] as const)
        : (['has an income of', 'einen Ertrag von'] as const)
    return {
      en: `"${first}" ${en} ${one} with "${second}" as of ${asOf}, and there it is ${other}: ${difference} apart. Compare both statements, and post what is missing on one side.`,
      de: `„${first}“ hat ${de} ${one} mit „${second}“ zum ${asOf}, und dort sind es ${other}: ${difference} Unterschied. Vergleichen Sie beide Auszüge, und buchen Sie, was auf einer Seite fehlt.`,
    }
  },
})
