import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { ExceptionRule } from './exception-rule.ts'
import { countExceptions } from './exceptions-queries.ts'
import { READ } from './what-opens.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'

const RULES_MAX = 100

export function summariseExceptions(rules: readonly ExceptionRule[]) {
  return operation({
    name: 'exceptions.summarise-exceptions',
    summary: 'Counts what is wrong in the portfolio, rule by rule, with each rule in words.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: READ,
    risk: 'none',
    input: z.strictObject({ businessId: id('business').optional(), entityId: id('entity').optional() }),
    output: z.strictObject({
      rules: z
        .array(
          z.strictObject({
            rule: z.string().max(60),
            title: z.string().max(80),
            stated: z.string().max(400).describe('The rule itself, in words.'),
            count: z.int(),
          }),
        )
        .max(RULES_MAX)
        .describe('Every rule that you may ask, also where it finds nothing.'),
      total: z.int(),
    }),
    examples: async () => [{}],
    async handle(filter, { tx, access, language }) {
      const open = withinCoverage(READ, rules, present(access, 'exceptions are those of a studio'))
      if (open.length === 0) return { rules: [], total: 0 }
      const counts = await countExceptions(tx, open, {
        businessId: filter.businessId,
        entityId: filter.entityId,
      })
      const counted = open.map(({ name: rule, title, stated }, place) => ({
        rule,
        title: title[language],
        stated: stated[language],
        count: counts.get(place) ?? 0,
      }))
      return { rules: counted, total: counted.reduce((sum, { count }) => sum + count, 0) }
    },
  })
}
