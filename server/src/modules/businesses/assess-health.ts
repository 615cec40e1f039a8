import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { assessAll, type HealthRules } from '#server/modules/health/index.ts'

export function assessHealth({ all }: HealthRules) {
  return operation({
    name: 'businesses.assess-health',
    summary: 'Looks at all businesses by all rules now, instead of within ten minutes.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'businesses.write',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      changed: z.int().describe('Businesses whose reasons differ from the last look.'),
    }),
    examples: async () => [{}],
    async handle(_input, { tx, access, record }) {
      const { studioId } = present(access, 'businesses are those of a studio')
      const changed = await assessAll(tx, { studioId, rules: all })
      record({ type: 'businesses.health-assessed', subjectId: studioId, after: { changed } })
      return { changed }
    },
  })
}
