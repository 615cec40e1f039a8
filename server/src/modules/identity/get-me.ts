import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { getStudio } from './identity-queries.ts'
import { Studio } from './schema.ts'

export const getMe = operation({
  name: 'identity.get-me',
  summary: 'Tells who the caller is, in which studio, and which roles on what.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    studio: Studio,
    actor: z.strictObject({
      kind: z.enum(['person', 'api-key', 'machine', 'nobody']),
      id: z.string().max(40),
      name: line(120),
    }),
    grants: z
      .array(z.strictObject({ role: z.string().max(40), covers: z.string().max(40).nullable() }))
      .max(500)
      .describe('Null covers the whole studio; otherwise the id of an entity, a category or a business.'),
  }),
  examples: async () => [{}],
  async handle(_input, { tx, access, actor }) {
    const { studioId, grants } = present(access, 'somebody signed in')
    const { id, name } = await getStudio(tx, studioId)
    return {
      studio: { id, name },
      actor,
      grants: grants.map(({ role, covers }) => ({ role, covers: covers ?? null })),
    }
  },
})
