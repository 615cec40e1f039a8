import { z } from 'zod'
import { day, id, instant, line, prose, webLink } from '#server/catalogue/fields.ts'
import { Health } from '#server/modules/health/index.ts'
import { Stage } from './business-states.ts'

/** As many tags as a business has at most; the table holds it too. */
export const TAGS_MAX = 50

export const Category = z.strictObject({ id: id('category'), name: line(80) }).meta({ id: 'Category' })

export const BusinessFields = {
  name: line(200).describe('What the business is called.'),
  description: prose(4000).describe('What it does, for whom.'),
  links: z.array(webLink()).max(20).describe('Web addresses: the site, the repository, profiles.'),
  tags: z.array(line(60)).max(TAGS_MAX).describe('Free words to find it by.'),
}

export const Owner = z.strictObject({ id: id('person'), name: line(120) }).meta({ id: 'Owner' })

export const Business = z
  .strictObject({
    id: id('business'),
    name: line(200),
    stage: Stage,
    entity: z.strictObject({ id: id('entity'), name: line(200) }),
    category: z.strictObject({ id: id('category'), name: line(80) }).nullable(),
    owner: Owner.nullable().describe('The person who answers for it.'),
    stageSince: day().describe('The day since which it is at its stage.'),
    daysInStage: z.int().describe('How many days that is.'),
    description: prose(4000),
    links: z.array(webLink()).max(20),
    tags: z.array(line(60)).max(TAGS_MAX),
    revision: z.int().describe('Raised by every change.'),
    createdAt: instant(),
    updatedAt: instant(),
    archivedAt: instant().nullable(),
  })
  .meta({ id: 'Business' })
export type Business = z.output<typeof Business>

export const ListedBusiness = Business.extend({
  health: Health.nullable().describe(
    'As the rules last assessed it: see get-health. Null where they did not since it was created, for what was spun out, sold, closed or archived, and on a day in the past.',
  ),
}).meta({ id: 'ListedBusiness' })
export type ListedBusiness = z.output<typeof ListedBusiness>
