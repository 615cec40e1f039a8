import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { OWNERLESS } from './owners-queries.ts'

/** Counts for health only: in a young portfolio most businesses have no owner yet, and that is no exception. */
export const ownerlessSign = exceptionRule({
  name: 'businesses.ownerless',
  title: 'Nobody answers for it',
  stated: 'A business at work that was neither spun out, sold nor closed has no owner.',
  permission: 'businesses.read',
  points: 10,
  facts: z.object({ name: z.string() }),
  rows: OWNERLESS,
  says: ({ name }) => `Nobody answers for "${name}". Name an owner.`,
})
