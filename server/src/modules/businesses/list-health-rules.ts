import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'

export function listHealthRules(rules: HealthRules) {
  return operation({
    name: 'businesses.list-health-rules',
    summary:
      'Lists the rules that make up the health of a business, each in words, with the points that it takes.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'businesses.read',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      rules: z
        .array(
          z.strictObject({
            rule: z.string().max(60),
            title: z.string().max(80),
            stated: z.string().max(400),
            points: z.int(),
          }),
        )
        .max(100)
        .describe('The heaviest first.'),
    }),
    examples: async () => [{}],
    async handle(_input, { access, language }) {
      const open = rules.openTo(access, 'businesses.read')
      return {
        rules: open
          .map(({ name: rule, title, stated, points }) => ({
            rule,
            title: title[language],
            stated: stated[language],
            points,
          }))
          .toSorted((a, b) => b.points - a.points),
      }
    },
  })
}
