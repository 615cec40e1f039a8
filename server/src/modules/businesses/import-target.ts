import { z } from 'zod'
import type { Target } from '#server/modules/imports/index.ts'

const FIELDS = ['name', 'description', 'category', 'stage', 'entity', 'owner', 'links', 'tags'] as const
export type BusinessField = (typeof FIELDS)[number]

/** What a column of a file can become. */
export const ColumnField = z
  .enum([...FIELDS, 'nothing'])
  .describe(
    'What the column becomes. Several may become description, links or tags; "nothing" leaves it out. An owner is named by e-mail address, or by a name that only one person has.',
  )

/** "Satus" is in a file that 688 companies came in. */
export const businessTarget: Target<BusinessField> = {
  name: 'businesses.import-businesses',
  fields: FIELDS,
  several: new Set(['description', 'links', 'tags']),
  numbers: new Set(),
  first: 'name',
  headers: {
    name: [
      'name',
      'business',
      'company',
      'brand',
      'venture',
      'startup',
      'project',
      'businessname',
      'companyname',
      'title',
    ],
    description: ['description', 'about', 'summary', 'details', 'whatitdoes', 'tagline', 'pitch'],
    category: ['category', 'sector', 'industry', 'vertical'],
    stage: ['stage', 'status', 'satus', 'state', 'phase'],
    entity: ['entity', 'legalentity', 'holding', 'heldby', 'parent'],
    owner: ['owner', 'owneremail', 'lead', 'responsible', 'manager'],
    links: ['link', 'links', 'website', 'web', 'url', 'urls', 'homepage', 'site', 'domain'],
    tags: ['tag', 'tags', 'categories', 'keywords', 'labels', 'topics', 'industries'],
  },
  suggest(_column, cells) {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return filled.length > 0 && filled.every((cell) => /^\s*https?:\/\//i.test(cell)) ? 'links' : undefined
  },
}
