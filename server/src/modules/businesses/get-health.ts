import { z } from 'zod'
import type { Language } from '#kernel/languages.ts'
import { present } from '#kernel/assert.ts'
import { id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findScore, Health, healthOf, reasonsOf, type HealthRules } from '#server/modules/health/index.ts'
import { exampleBusiness } from './example-business.ts'
import { businessNotFound } from './problems.ts'

const REASONS_MAX = 100

export function getHealth(rules: HealthRules) {
  return operation({
    name: 'businesses.get-health',
    summary:
      'Reads how well a business is, with the reasons: what each rule found, and the points that it takes.',
    effect: 'read',
    scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
    permission: 'businesses.read',
    risk: 'none',
    input: z.strictObject({ businessId: id('business') }),
    output: z.strictObject({
      health: Health.nullable().describe('Null: archived, or not assessed since it was created.'),
      assessedAt: instant().nullable().describe('When the rules last looked; null where they never did.'),
      reasons: z
        .array(
          z.strictObject({
            rule: z.string().max(60),
            title: z.string().max(80),
            says: z.string().max(1000).describe('What was found, with the values, and what to do.'),
            points: z.int().describe('What the rule takes, once, however often it finds something.'),
            since: instant().nullable(),
          }),
        )
        .max(REASONS_MAX)
        .describe('The heaviest first.'),
    }),
    examples: async (factory) => [{ businessId: (await exampleBusiness(factory)).id }],
    async handle({ businessId }, { tx, access, language }) {
      const open = rules.openTo(access, 'businesses.read')
      const [found, reasons] = await Promise.all([
        findScore(tx, businessId, open),
        reasonsOf(tx, { businessId, rules: open.map(({ name }) => name), limit: REASONS_MAX }),
      ])
      if (!found) throw businessNotFound(businessId)
      const health = healthOf(found.score)
      return {
        health,
        assessedAt: found.assessed_at,
        reasons: health ? reasons.map((row) => reasonOf(row, open, language)) : [],
      }
    },
  })
}

function reasonOf(
  { rule: name, facts, points, since }: Awaited<ReturnType<typeof reasonsOf>>[number],
  rules: ReturnType<HealthRules['openTo']>,
  language: Language,
) {
  const rule = present(
    rules.find((one) => one.name === name),
    'a reason of one of the rules',
  )
  return { rule: name, title: rule.title[language], says: rule.says(facts)[language], points, since }
}
