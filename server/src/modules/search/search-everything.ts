import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'
import { findHits } from './search-queries.ts'
import type { SearchSource } from './search-source.ts'

const HITS_MAX = 50

const Hit = z
  .strictObject({
    kind: z.string().max(40).describe('What it is: business, entity, kpi …'),
    id: z.string().max(60),
    title: z.string().max(200),
    detail: z.string().max(400).nullable().describe('What else tells it apart.'),
  })
  .meta({ id: 'Hit' })

export function searchEverything(sources: readonly SearchSource[]) {
  return operation({
    name: 'search.search-everything',
    summary:
      'Finds whatever is called so, has this id or is described so: businesses, entities, KPIs, categories, books, accounts and people that are open to you.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'search.read',
    risk: 'none',
    input: z.strictObject({
      words: z.string().trim().min(1).max(200).describe('Part of a name or of a description, or a whole id.'),
      limit: z.int().min(1).max(HITS_MAX).default(20),
    }),
    output: z.strictObject({
      items: z
        .array(Hit)
        .max(HITS_MAX)
        .describe('An id first, then names that begin so, names, descriptions.'),
    }),
    examples: async () => [{ words: 'a' }, { words: 'holding', limit: 3 }],
    async handle({ words, limit }, { tx, access }) {
      const open = withinCoverage('search.read', sources, present(access, 'somebody searches'))
      return { items: open.length === 0 ? [] : await findHits(tx, open, { words, limit }) }
    },
  })
}
