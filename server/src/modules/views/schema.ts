import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'

const Anything = z.record(z.string().max(60), z.unknown())

export const ViewFields = {
  name: line(80).describe('What it is called in the list of views.'),
  operation: z
    .string()
    .min(3)
    .max(120)
    .describe('The read that it stores, such as businesses.list-businesses.'),
  input: Anything.describe('What the operation takes, without cursor and limit.'),
  layout: z
    .strictObject({
      groupBy: line(30).optional().describe('By what a screen groups the rows.'),
      columns: z.array(line(30)).max(30).optional().describe('The columns of a screen, in their order.'),
    })
    .describe('For screens; a read does not depend on it.'),
}

export const View = z
  .strictObject({
    id: id('saved_view'),
    ...ViewFields,
    isShared: z.boolean(),
    isOwn: z.boolean().describe('True for those that you made; only these you change.'),
    isOpen: z
      .boolean()
      .describe('False where the read, or something that its filter names, is not open to you.'),
  })
  .meta({ id: 'SavedView' })
export type View = z.output<typeof View>
