import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { DUPLICATES } from './duplicates-queries.ts'

const WHY = {
  name: 'have the same name',
  link: 'share a web address',
  near: 'have names that differ by a letter or two',
}

export const duplicateRule = exceptionRule({
  name: 'businesses.duplicates',
  title: 'Possible duplicate',
  stated:
    'Two businesses at work have the same name (accents, legal forms and spaces apart), names of at least eight letters that differ by one or two of them (digits apart), or a web address in common, and nobody has marked them as distinct.',
  permission: 'businesses.read',
  points: 10,
  facts: z.object({ name: z.string(), otherName: z.string(), why: z.enum(['name', 'link', 'near']) }),
  rows: DUPLICATES,
  says: ({ name, otherName, why }) =>
    `"${name}" and "${otherName}" ${WHY[why]}. Merge them, or mark them as distinct.`,
})
