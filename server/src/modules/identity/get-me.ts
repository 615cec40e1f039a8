import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { actorKind, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ownPreferences } from './own-preferences.ts'
import { Preferences, Studio } from './schema.ts'
import { getStudio } from './studio-queries.ts'

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
      kind: actorKind(),
      id: z.string().max(40),
      name: line(120),
    }),
    preferences: Preferences.nullable().describe(
      'How the person looks at it; null for software, which looks at nothing.',
    ),
    waitsFor: z
      .enum(['second-factor'])
      .nullable()
      .describe('Set while only own affairs are open: the studio asks for a second factor first.'),
    mayAnalystsOmitSecondFactor: z.boolean(),
    isDemo: z
      .boolean()
      .describe('True in a demonstration: what stands in it is invented, and it asks for no second factor.'),
    grants: z
      .array(
        z.strictObject({
          role: line(60),
          permissions: z.array(z.string().max(120)).max(300),
          covers: z.string().max(40).nullable(),
        }),
      )
      .max(500)
      .describe('Null covers the whole studio; otherwise the id of an entity, a category or a business.'),
  }),
  examples: async () => [{}],
  async handle(_input, { tx, access, actor }) {
    const { studioId, grants, waitsFor, personId } = present(access, 'somebody signed in')
    const [studioRow, preferences] = await Promise.all([
      getStudio(tx, studioId),
      personId ? ownPreferences(tx, personId) : null,
    ])
    const { id, name, is_demo: isDemo, ...studio } = studioRow
    return {
      studio: { id, name },
      actor,
      preferences,
      waitsFor: waitsFor ?? null,
      mayAnalystsOmitSecondFactor: studio.may_analysts_omit_second_factor,
      isDemo,
      grants: grants.map(({ role, permissions, covers }) => ({
        role,
        permissions: [...permissions],
        covers: covers ?? null,
      })),
    }
  },
})
